import type { MailAddress } from './addresses.ts'
import type { MailHeader } from './mail-header.ts'
import type { MessagePart } from './message-part.ts'
import { encodeBase64 } from './transfer-encoding.ts'

/** Writes a message as text (RFC 5322, with UTF-8 in the header as RFC 6532 has it), so that any mail program can open it. */
export function writeMessage(header: MailHeader, part: MessagePart): Uint8Array {
  const to = header.recipients.map(written).filter((address) => address !== '')
  const lines = [
    ...(header.from ? [`From: ${written(header.from)}`] : []),
    ...(to.length > 0 ? [`To: ${to.join(',\r\n ')}`] : []),
    `Subject: ${header.subject}`,
    ...(header.sentDateTime ? [`Date: ${new Date(header.sentDateTime).toUTCString()}`] : []),
    'MIME-Version: 1.0',
  ]
  return joinBytes([...lines.map((line) => `${line}\r\n`), ...writePart(part)])
}

function written({ name, address }: MailAddress): string {
  const quoted = `"${name.replace(/["\\]/g, '')}"`
  return address === '' ? `${quoted}:;` : `${quoted} <${address}>`
}

type Piece = string | Uint8Array

function writePart(part: MessagePart): Piece[] {
  if (part.children.length > 0) {
    const boundary = `=_${crypto.randomUUID()}`
    return [
      `Content-Type: ${part.type.value}; boundary="${boundary}"\r\n\r\n`,
      ...part.children.flatMap((child) => [`--${boundary}\r\n`, ...writePart(child), '\r\n']),
      `--${boundary}--\r\n`,
    ]
  }
  return [
    `Content-Type: ${part.type.value}${parameters(part.type.parameters)}\r\n`,
    `Content-Disposition: ${part.disposition.value || 'inline'}${parameters(part.disposition.parameters)}\r\n`,
    ...(part.contentId === '' ? [] : [`Content-ID: <${part.contentId.replace(/[\r\n]/g, '')}>\r\n`]),
    'Content-Transfer-Encoding: base64\r\n\r\n',
    encodeBase64(part.bytes),
  ]
}

/** As they are when they are plain words, otherwise percent-encoded (RFC 2231). */
function parameters(given: ReadonlyMap<string, string>): string {
  const pieces = [...given].map(([name, value]) =>
    /^[\w.+-]+$/.test(value) ? `; ${name}=${value}` : `; ${name}*=utf-8''${encoded(value)}`,
  )
  return pieces.join('')
}

const encoded = (value: string) => encodeURIComponent(value.toWellFormed()).replaceAll("'", '%27')

function joinBytes(pieces: Piece[]): Uint8Array {
  const encoder = new TextEncoder()
  const parts = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece))
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
