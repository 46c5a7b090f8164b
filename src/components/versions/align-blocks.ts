import type { RichTextNode } from '#api/rich-text/contract.ts'
import { blockFamily, blockKey, wordCounts } from './block-identity.ts'
import { diffPieces, type Effort } from './diff-pieces.ts'

/** A block of the earlier version, the block of the later one it became, or both. */
export type BlockPair =
  | { before: RichTextNode; after: RichTextNode; isSame: boolean }
  | { before: RichTextNode; after?: undefined }
  | { before?: undefined; after: RichTextNode }

/** Blocks less alike than this are two blocks, not one that changed. */
const leastAlike = 0.4
/** Above this many pairs the blocks of a stretch are shown as removed and added. */
const mostPairs = 60_000

/** Which block became which, in reading order: what is equal first, then what is alike in between. */
export function alignBlocks(before: RichTextNode[], after: RichTextNode[], effort: Effort): BlockPair[] {
  return diffPieces(before, after, blockKey, effort).flatMap((stretch) =>
    stretch.isChanged ? pairAlike(stretch.before, stretch.after) : pairEqual(stretch.before, stretch.after),
  )
}

function pairEqual(before: RichTextNode[], after: RichTextNode[]): BlockPair[] {
  return after.flatMap((block, index) => {
    const old = before[index]
    return old === undefined ? [] : [{ before: old, after: block, isSame: true }]
  })
}

/** The pairs in order that together are most alike, as in a longest common subsequence. */
function pairAlike(before: RichTextNode[], after: RichTextNode[]): BlockPair[] {
  const gone = before.map((block): BlockPair => ({ before: block }))
  const come = after.map((block): BlockPair => ({ after: block }))
  if (before.length * after.length > mostPairs) return [...gone, ...come]
  const alike = likenesses(before, after)
  const width = after.length + 1
  // best[i * width + j]: the most likeness to be had from the blocks from i and from j onwards.
  const best = new Float64Array((before.length + 1) * width)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  const likeness = (i: number, j: number) => alike[i * after.length + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const together = likeness(i, j) > 0 ? likeness(i, j) + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(together, at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: BlockPair[] = []
  let i = 0
  let j = 0
  for (;;) {
    const old = before[i]
    const fresh = after[j]
    if (old === undefined || fresh === undefined) return [...pairs, ...gone.slice(i), ...come.slice(j)]
    if (likeness(i, j) > 0 && at(i, j) === likeness(i, j) + at(i + 1, j + 1)) {
      pairs.push({ before: old, after: fresh, isSame: false })
      i++
      j++
    } else if (at(i, j) === at(i + 1, j)) {
      pairs.push({ before: old })
      i++
    } else {
      pairs.push({ after: fresh })
      j++
    }
  }
}

/**
 * How alike each block of one side is to each of the other, and 0 below `leastAlike`: the mean of the share of all words
 * and the share of the shorter block's words that they have in common, so that a block that grew is still itself. Rows
 * with the same first cell are half alike already.
 */
function likenesses(before: RichTextNode[], after: RichTextNode[]): Float64Array {
  const olds = before.map(describe)
  const news = after.map(describe)
  const found = new Map<string, { j: number; count: number }[]>()
  for (const [j, { words }] of news.entries()) {
    for (const [word, count] of words) {
      const places = found.get(word)
      if (places === undefined) found.set(word, [{ j, count }])
      else places.push({ j, count })
    }
  }
  const result = new Float64Array(before.length * after.length)
  for (const [i, old] of olds.entries()) {
    const shared = new Float64Array(after.length)
    for (const [word, count] of old.words) {
      for (const place of found.get(word) ?? []) {
        shared[place.j] = (shared[place.j] ?? 0) + Math.min(count, place.count)
      }
    }
    for (const [j, fresh] of news.entries()) {
      const both = shared[j] ?? 0
      if (both === 0 || old.family !== fresh.family) continue
      const sameName = old.name !== undefined && old.name === fresh.name ? 0.5 : 0
      const likeness =
        sameName + both / (old.total + fresh.total) + both / Math.min(old.total, fresh.total) / 2
      if (likeness >= leastAlike) result[i * after.length + j] = likeness
    }
  }
  return result
}

function describe(block: RichTextNode) {
  const words = wordCounts(block)
  const total = [...words.values()].reduce((sum, count) => sum + count, 0)
  // The first cell names a row: «Natt» is another row than «Dag», also with nearly the same number in it.
  const first = block.type === 'tableRow' ? block.content?.[0] : undefined
  return { family: blockFamily(block), words, total, name: first && blockKey(first) }
}
