// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** Longest line, in bytes (RFC 5545 §3.1, RFC 6350 §3.2). */
const maxLineBytes = 75

/** Line breaks are kept; other control characters would make the file unreadable. */
export const printable = (text: string) => text.replaceAll('\r\n', '\n').replaceAll(controls, ' ')

/** The same on one line. */
export const oneLine = (text: string) => printable(text).replaceAll('\n', ' ')

/** Text as a value of iCalendar (RFC 5545 §3.3.11) or vCard (RFC 6350 §3.4). */
export const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Lines as a calendar or vCard file has them: folded, each ended with CRLF. */
export const contentLines = (lines: readonly string[]) => lines.map((line) => `${folded(line)}\r\n`).join('')

const encoder = new TextEncoder()

/** A long line as several, each but the first begun with a space. Never within a letter. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (bytes + size > maxLineBytes) {
      text += '\r\n '
      bytes = 1
    }
    text += letter
    bytes += size
  }
  return text
}
