import { ApiError } from './http/errors.ts'
import type { Viewer } from './viewer.ts'

/**
 * The viewer with the own rights alone, then with those of each leader they act for added in turn, the last being all
 * they have. Somebody who acts for nobody has one way.
 */
function waysToAct(viewer: Viewer): Viewer[] {
  const own: Viewer = {
    ...viewer,
    ledUnitIds: viewer.ownLedUnitIds,
    publishUnitIds: unique([...viewer.ownLedUnitIds, ...viewer.editedUnitIds]),
    actsFor: [],
  }
  const ways = [own]
  for (const principal of viewer.actsFor) {
    // `ways` begins with one and grows.
    const before = ways.at(-1)!
    ways.push({
      ...before,
      ledUnitIds: unique([...before.ledUnitIds, ...principal.ledUnitIds]),
      publishUnitIds: unique([...before.publishUnitIds, ...principal.ledUnitIds]),
      actsFor: [...before.actsFor, principal],
      onBehalfOf: principal,
    })
  }
  return ways
}

/**
 * Does a write with the viewer's own rights; when they do not suffice, with those of whom they act for, one more at a
 * time. The one whose rights were missing is `as.onBehalfOf`: the log then says «S for L» (design.md §2).
 * @param act has a transaction of its own, which a refusal undoes. Refused is 403, or 404 for what may not be known of.
 * @throws the refusal of all rights together when no way leads there.
 */
export async function withRightsInTurn<T>(viewer: Viewer, act: (as: Viewer) => Promise<T>): Promise<T> {
  let refusal: unknown
  for (const as of waysToAct(viewer)) {
    try {
      return await act(as)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refusal = error
    }
  }
  throw refusal
}

/** Who did it, and for whom, for `record()`. */
export const actorOf = ({ id, onBehalfOf }: Pick<Viewer, 'id' | 'onBehalfOf'>) => ({
  actorId: id,
  ...(onBehalfOf && { onBehalfOfId: onBehalfOf.id }),
})

const isRefusal = (error: unknown) =>
  error instanceof ApiError && (error.status === 403 || error.status === 404)

const unique = (ids: readonly string[]) => [...new Set(ids)]
