import type { ErrorDetail } from '../http/contract.ts'
import { unprocessable } from '../http/errors.ts'
import type { AcceptedFinding } from './accepted-finding.ts'
import { findingDigits, findSensitiveContent } from './sensitive-content.ts'

/**
 * Refuses texts with identity numbers that nobody has answered for. `fields` maps a property name to its
 * plain text. A number that stood in the `previous` text of the same field passes, so that an old post can
 * still be edited.
 * @returns the accepted findings that are really there, for the audit log.
 * @throws 422 `sensitiveContent` with one detail for each finding: its place, never the number.
 */
export function checkSensitiveContent(
  fields: Record<string, string>,
  accepted: readonly AcceptedFinding[],
  previous: Record<string, string> = {},
): AcceptedFinding[] {
  const matched: AcceptedFinding[] = []
  const refused: ErrorDetail[] = []
  for (const [target, text] of Object.entries(fields)) {
    const known = digitsIn(previous[target] ?? '')
    for (const finding of findSensitiveContent(text)) {
      const { start, end } = finding
      const isAccepted = accepted.some(
        (item) => item.target === target && item.start === start && item.end === end,
      )
      if (isAccepted) matched.push({ target, start, end })
      else if (!known.has(findingDigits(text, finding))) refused.push(toDetail(target, start, end))
    }
  }
  if (refused.length > 0) {
    throw unprocessable('sensitiveContent', 'The text has what looks like an identity number.', refused)
  }
  return matched
}

function digitsIn(text: string): Set<string> {
  return new Set(findSensitiveContent(text).map((finding) => findingDigits(text, finding)))
}

function toDetail(target: string, start: number, end: number): ErrorDetail {
  return {
    code: 'sensitiveContent',
    target,
    start,
    end,
    message: `Characters ${start} to ${end} look like an identity number.`,
  }
}
