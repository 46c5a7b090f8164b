/** Random numbers that are the same every time for the same name. */
export interface Random {
  /** 0 ≤ number < 1. */
  next(): number
  /** A whole number, 0 ≤ number < `below`. */
  below(below: number): number
  /** True in `share` of the cases, 0–1. */
  chance(share: number): boolean
  /** One of the list. @throws RangeError when it is empty. */
  pick<T>(list: readonly T[]): T
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[]
}

/** A stream of its own for each part of the seed, so that a change in one part leaves the others as they were. */
export function randomFor(name: string): Random {
  let [a, b, c, d] = hash128(name)
  // sfc32: small, fast, and good enough for demo data.
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round++) next()
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('Nothing to pick from.')
      // The index is inside the list, which is checked above to have members.
      return list[below(list.length)]!
    },
    shuffle: (list) => {
      const result = [...list]
      for (let last = result.length - 1; last > 0; last--) {
        const other = below(last + 1)
        // Both are indexes of the list.
        ;[result[last], result[other]] = [result[other]!, result[last]!]
      }
      return result
    },
  }
}

/** Four 32-bit numbers from a text (after MurmurHash3's mixing steps). */
function hash128(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    h1 = h2 ^ Math.imul(h1 ^ code, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ code, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ code, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ code, 2716044179)
  }
  const mix = (x: number, factor: number) => Math.imul(x ^ (x >>> 16), factor) ^ (x >>> 13)
  const [m1, m2, m3, m4] = [
    mix(h3 ^ (h1 >>> 18), 597399067),
    mix(h4 ^ (h2 >>> 22), 2869860233),
    mix(h1 ^ (h3 >>> 17), 951274213),
    mix(h2 ^ (h4 >>> 19), 2716044179),
  ]
  const all = m1 ^ m2 ^ m3 ^ m4
  return [all >>> 0, (m2 ^ all) >>> 0, (m3 ^ all) >>> 0, (m4 ^ all) >>> 0]
}

const hex = (numbers: readonly number[]) =>
  numbers.map((number) => (number >>> 0).toString(16).padStart(8, '0')).join('')

function uuid(digits: string, version: 4 | 7) {
  // The variant digit is one of 8, 9, a and b (RFC 9562 §4.1).
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    version + digits.slice(13, 16),
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-')
}

/** An id that is the same every time for the same name, in the shape of a random one. */
export const uuidFor = (name: string) => uuid(hex(hash128(name)), 4)

/** The same, in the shape that sorts by time (UUIDv7). */
export function uuidAt(time: Date, name: string) {
  const milliseconds = time.getTime().toString(16).padStart(12, '0')
  return uuid(milliseconds + hex(hash128(name)).slice(12), 7)
}
