/** Western single-byte labels. Text under these that is valid UTF-8 was labelled wrongly. */
const western = /^(iso-?8859-?(1|9|15)|windows-?125[024]|cp-?125[024]|latin-?[159]|us-ascii|ascii)$/

/**
 * Decodes the text of a message. The declared charset decides, unless the bytes show that it cannot be right:
 * a byte order mark, UTF-8 labelled as Latin-1, or Latin-1 without a label or labelled as UTF-8.
 * Never throws; characters that cannot be stored (U+0000) are gone.
 */
export function decodeText(bytes: Uint8Array, declared = ''): string {
  return decode(bytes, declared.trim().toLowerCase()).replaceAll('\u0000', '').toWellFormed()
}

function decode(bytes: Uint8Array, label: string): string {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  if (/^utf-?16$/.test(label)) return new TextDecoder(guessUtf16(bytes)).decode(bytes)
  const isUtf8Possible = label === '' || /^utf-?8$/.test(label) || western.test(label)
  const decoder = isUtf8Possible ? undefined : decoderFor(label)
  if (decoder !== undefined) return decoder.decode(bytes)
  return utf8(bytes) ?? (decoderFor(western.test(label) ? label : '') ?? windows1252()).decode(bytes)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** Without a mark: in Western text every second byte is zero, and which ones tells the order. */
function guessUtf16(bytes: Uint8Array): string {
  let even = 0
  let odd = 0
  for (let i = 0; i < Math.min(bytes.length, 2000); i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** The text when the bytes are UTF-8, but for a few broken characters or one cut off at the end. */
function utf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('\ufffd')) return text
  // As a stream: a character cut off at the end is left out.
  const withoutTail = new TextDecoder().decode(bytes, { stream: true })
  // oxlint-disable-next-line no-control-regex -- the range is all of ASCII
  const beyondAscii = withoutTail.match(/[^\u0000-\u007f]/g)?.length ?? 0
  const broken = withoutTail.match(/\ufffd/g)?.length ?? 0
  return broken * 10 < beyondAscii ? withoutTail : undefined
}

function windows1252() {
  return new TextDecoder('windows-1252')
}

function decoderFor(label: string): TextDecoder | undefined {
  const name = label.replace(/^(x-|cs)/, '').replace(/^cp-?(\d+)$/, 'windows-$1')
  try {
    return new TextDecoder(name)
  } catch {
    // The runtime does not know the label.
    return undefined
  }
}
