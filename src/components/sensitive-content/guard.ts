import type { AcceptedFinding } from '#api/text/accepted-finding.ts'

/** Something that looks like an identity number in one of a form's texts. */
export interface SensitiveFinding extends AcceptedFinding {
  /** The digits alone: the same number elsewhere is the same answer. Keep them out of logs. */
  digits: string
  /** As it is written, for showing the author what is meant. */
  text: string
}

/**
 * Looks for identity numbers in each text of a form; the names are the API's targets (`title`, `body`).
 * The same rules as the API runs, fetched only when something is written.
 */
export async function findInTexts(texts: Readonly<Record<string, string>>): Promise<SensitiveFinding[]> {
  const { findingDigits, findSensitiveContent } = await import('#api/text/sensitive-content.ts')
  return Object.entries(texts).flatMap(([target, text]) =>
    findSensitiveContent(text).map((finding) => ({
      target,
      start: finding.start,
      end: finding.end,
      digits: findingDigits(text, finding),
      text: text.slice(finding.start, finding.end),
    })),
  )
}

/** Splits findings by the author's answers: those that stop the form, and those to send as accepted. */
export function splitByAnswer(findings: readonly SensitiveFinding[], acceptedDigits: ReadonlySet<string>) {
  return {
    open: findings.filter((finding) => !acceptedDigits.has(finding.digits)),
    accepted: findings
      .filter((finding) => acceptedDigits.has(finding.digits))
      .map(({ target, start, end }) => ({ target, start, end })),
  }
}
