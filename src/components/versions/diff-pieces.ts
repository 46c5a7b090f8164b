import { diffArrays } from 'diff'

/** What one side has and the other has not, or what both have. Never empty on both sides. */
export interface Stretch<Piece> {
  isChanged: boolean
  before: Piece[]
  after: Piece[]
}

/**
 * How much work is left for one comparison. Two very different texts would take the square of their length; when the
 * work is used up, what remains is shown as replaced. Counted in steps and not in time, so that the same two versions
 * always give the same answer.
 */
export interface Effort {
  steps: number
}

/** Enough for a long text with changes everywhere; well under half a second. */
export const newEffort = (): Effort => ({ steps: 250_000 })

/** The stretches, in order, in which two lists are alike and differ. `keyOf` says what is alike. */
export function diffPieces<Piece>(
  before: Piece[],
  after: Piece[],
  keyOf: (piece: Piece) => string,
  effort: Effort,
): Stretch<Piece>[] {
  const maxEditLength = Math.floor(Math.sqrt(2 * effort.steps))
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength })
  if (changes === undefined) {
    effort.steps = 0
    return replaced(before, after, keyOf)
  }
  const stretches: Stretch<Piece>[] = []
  let fromBefore = 0
  let fromAfter = 0
  let edits = 0
  for (const { added, removed, count } of changes) {
    const isChanged = added || removed
    const toBefore = fromBefore + (added ? 0 : count)
    const toAfter = fromAfter + (removed ? 0 : count)
    push(stretches, {
      isChanged,
      before: before.slice(fromBefore, toBefore),
      after: after.slice(fromAfter, toAfter),
    })
    if (isChanged) edits += count
    fromBefore = toBefore
    fromAfter = toAfter
  }
  effort.steps = Math.max(0, effort.steps - (edits * edits) / 2)
  return stretches
}

/** Alike at both ends, replaced between them. */
export function replaced<Piece>(
  before: Piece[],
  after: Piece[],
  keyOf: (piece: Piece) => string,
): Stretch<Piece>[] {
  const isSame = (old: Piece | undefined, fresh: Piece | undefined) =>
    old !== undefined && fresh !== undefined && keyOf(old) === keyOf(fresh)
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && isSame(before[start], after[start])) start++
  let end = 0
  while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++
  const [oldEnd, freshEnd] = [before.length - end, after.length - end]
  const stretches: Stretch<Piece>[] = []
  push(stretches, { isChanged: false, before: before.slice(0, start), after: after.slice(0, start) })
  push(stretches, {
    isChanged: true,
    before: before.slice(start, oldEnd),
    after: after.slice(start, freshEnd),
  })
  push(stretches, { isChanged: false, before: before.slice(oldEnd), after: after.slice(freshEnd) })
  return stretches
}

/** Adds a stretch, to the last one when both are changes or both are not. Shared by those who join stretches. */
export function push<Piece>(stretches: Stretch<Piece>[], next: Stretch<Piece>): void {
  if (next.before.length === 0 && next.after.length === 0) return
  const last = stretches.at(-1)
  if (last?.isChanged === next.isChanged) {
    last.before.push(...next.before)
    last.after.push(...next.after)
  } else stretches.push(next)
}
