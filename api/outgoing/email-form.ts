import type { Email } from './outlets.ts'
import type { Language } from './texts.ts'

/** What an e-mail says, from the top. */
export type EmailPart = { text: string } | { heading: string } | { link: string; url: string }

const escaped = (text: string) =>
  text.replaceAll(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  )

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/**
 * An e-mail in plain text and in the plainest HTML: words and links, no pictures, nothing that tells that it was
 * opened. Marked as sent by a machine, so that nobody's out-of-office answers it (RFC 3834).
 */
export function emailForm(
  { id, to, language, subject }: { id: string; to: string; language: Language; subject: string },
  parts: readonly EmailPart[],
  headers: Record<string, string> = {},
): Email {
  const line = oneLine(subject)
  return {
    id,
    to,
    subject: line,
    text: `${parts.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(line)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em">
${parts.map(htmlOf).join('\n')}
</body></html>
`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
  }
}

function textOf(part: EmailPart): string {
  if ('heading' in part) return part.heading
  return 'link' in part ? `${part.link}: ${part.url}` : part.text
}

function htmlOf(part: EmailPart): string {
  if ('heading' in part) return `<h1 style="font-size:20px;line-height:1.3">${escaped(part.heading)}</h1>`
  if ('link' in part) return `<p><a href="${escaped(part.url)}">${escaped(part.link)}</a></p>`
  return `<p>${escaped(part.text).replaceAll('\n', '<br>')}</p>`
}
