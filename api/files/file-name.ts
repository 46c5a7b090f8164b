import { refused } from './refusal.ts'

/** Most bytes of a file name in UTF-8: the limit of ext4, NTFS and APFS. */
const maxNameBytes = 255
/** Longest extension kept when a name is shortened, in characters. */
const maxExtension = 16

/** Names Windows keeps for devices, with any extension. */
const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i

/**
 * Makes a name that means the same to every operating system, and looks like what it is: no control, bidi or
 * invisible characters, no path, no device name, no dot or space at either end, at most 255 bytes.
 * @throws 422 `fileNameInvalid` when nothing is left.
 */
export function safeFileName(name: string): string {
  const clean = name
    .toWellFormed()
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .normalize('NFC')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/[/\\:*?"<>|]/g, '_')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const dot = clean.lastIndexOf('.')
  const hasExtension = dot !== -1 && clean.length - dot - 1 <= maxExtension
  const extension = hasExtension ? clean.slice(dot) : ''
  const stem = (hasExtension ? clean.slice(0, dot) : clean).replace(/[. ]+$/, '')
  if (/^[_ .-]*$/.test(stem)) throw refused('fileNameInvalid', 'The file has no usable name.')
  const safeStem = reservedName.test(clean) ? `_${stem}` : stem
  return shortened(safeStem, maxNameBytes - byteLength(extension)) + extension
}

const byteLength = (text: string) => new TextEncoder().encode(text).length

/** As many whole characters of `stem` as fit in `limit` bytes. */
function shortened(stem: string, limit: number): string {
  if (byteLength(stem) <= limit) return stem
  let short = ''
  let size = 0
  for (const { segment } of new Intl.Segmenter('nb').segment(stem)) {
    size += byteLength(segment)
    if (size > limit) break
    short += segment
  }
  return short.replace(/[. ]+$/, '')
}

const ascii: Record<string, string> = { æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', ß: 'ss' }

/**
 * `Content-Disposition` that saves the file under its name, in the form every client reads (RFC 6266): an
 * ASCII name for the old, the true one for the rest.
 */
export function contentDisposition(name: string): string {
  const plain = name
    .replaceAll(/[æÆøØß]/g, (letter) => ascii[letter] ?? '_')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
