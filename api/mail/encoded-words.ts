import { decodeText } from './charset.ts'
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts'

const encodedWord = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?]*)\?=/gi

/**
 * Decodes the encoded words (RFC 2047) of a header. Words that follow each other in one charset are put
 * together as bytes first, because old programs break in the middle of a letter.
 */
export function decodeWords(header: string): string {
  let text = ''
  let end = 0
  let run: { charset: string; bytes: number[] } | undefined
  const closeRun = () => {
    if (run !== undefined) text += decodeText(Uint8Array.from(run.bytes), run.charset)
    run = undefined
  }
  for (const match of header.matchAll(encodedWord)) {
    const [whole, label = '', encoding = '', encoded = ''] = match
    const charset = label.toLowerCase()
    const between = header.slice(end, match.index)
    const isAdjacent = run !== undefined && /^\s*$/.test(between)
    if (!isAdjacent || run?.charset !== charset) closeRun()
    if (!isAdjacent) text += between
    run ??= { charset, bytes: [] }
    for (const byte of wordBytes(encoding, encoded)) run.bytes.push(byte)
    end = match.index + whole.length
  }
  closeRun()
  return text + header.slice(end)
}

function wordBytes(encoding: string, encoded: string): Uint8Array {
  const bytes = new TextEncoder().encode(encoded.replaceAll('_', encoding.toLowerCase() === 'q' ? ' ' : '_'))
  return encoding.toLowerCase() === 'q' ? decodeQuotedPrintable(bytes) : decodeBase64(bytes)
}
