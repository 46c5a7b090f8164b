/** A part of some content, in bytes from 0; both ends are included, as in HTTP. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * Reads a `Range` header (RFC 9110 §14.2). Several ranges and other units are ignored, as a server may.
 * @returns undefined when the whole content is to be sent, `unsatisfiable` when the range lies outside it.
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '')
  const [from, to] = [match?.[1] ?? '', match?.[2] ?? '']
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined
  return first < size && first <= last ? { first, last } : 'unsatisfiable'
}

/** Reads the `Content-Range` of an upload fragment, `bytes 0-327679/1000000`; undefined when it is malformed. */
export function parseContentRange(header: string | undefined): (ByteRange & { total: number }) | undefined {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/i.exec(header?.trim() ?? '')
  if (!match) return undefined
  return { first: Number(match[1]), last: Number(match[2]), total: Number(match[3]) }
}
