/** A part of a message, or a whole one: header lines, a blank line, and the body. */
export function mailPart(header: Record<string, string>, body: string): string {
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}`)
  return [...lines, '', body].join('\r\n')
}

/** A multipart of the given subtype; `header` is what stands beside its Content-Type. */
export function multipart(subtype: string, parts: string[], header: Record<string, string> = {}): string {
  // Of no equal length when one stands inside another.
  const boundary = `=_${subtype}_${parts.join('').length}`
  const body = [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--\r\n`].join('')
  return mailPart({ ...header, 'Content-Type': `multipart/${subtype}; boundary="${boundary}"` }, body)
}

/** The header every message in the tests has, with changes. */
export function mailHeader(changes: Record<string, string> = {}): Record<string, string> {
  return {
    From: 'Kari Nilsen <kari.nilsen@elvestrand.example>',
    To: 'Alle ansatte <alle@elvestrand.example>',
    Subject: 'Vannet er stengt',
    Date: 'Mon, 16 Nov 2026 08:30:00 +0100',
    'MIME-Version': '1.0',
    ...changes,
  }
}

/** A message of plain text in UTF-8. */
export function textMessage(text: string, header: Record<string, string> = {}): Uint8Array {
  return utf8Bytes(mailPart(mailHeader({ 'Content-Type': 'text/plain; charset=utf-8', ...header }), text))
}

/** A message of HTML in UTF-8. */
export function htmlMessage(html: string, header: Record<string, string> = {}): Uint8Array {
  return utf8Bytes(mailPart(mailHeader({ 'Content-Type': 'text/html; charset=utf-8', ...header }), html))
}

export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Each character as the byte of the same number, as ISO-8859-1 does. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Base64 of a text's UTF-8. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...utf8Bytes(text)))
}
