const maxLength = 150
/** Only the end of a name is looked at; it has the extension. */
const maxInputLength = 1000

const extensions: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
}

/**
 * A name that can be shown and saved: the last part of a path, composed letters (NFC), nothing that systems
 * refuse in names or that turns the reading direction. Without a name it is `file-3.pdf`, by number and type.
 */
export function attachmentName(name: string, mediaType: string, number: number): string {
  const base = name.slice(-maxInputLength).normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const safe = base
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (safe === '') return `file-${number}.${extensions[mediaType] ?? 'bin'}`
  const extension = /\.[^.]{1,10}$/.exec(safe)?.[0] ?? ''
  const stem = safe.slice(0, safe.length - extension.length)
  return stem.slice(0, maxLength - extension.length).replace(/[\ud800-\udbff]$/, '') + extension
}
