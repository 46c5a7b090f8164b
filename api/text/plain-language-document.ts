import type { RichTextDocument } from '../rich-text/contract.ts'
import type { LanguageFinding } from './plain-language.ts'
import { plainTextSegments, type PlainTextSegment } from './plain-text.ts'

/** Where a finding stands in a document: ProseMirror positions, the numbers the editor uses. */
export interface DocumentRange {
  from: number
  to: number
}

/**
 * Puts the findings of `checkLanguage(plainText(doc))` where they stand in the document. One that touches something
 * else than written text (a picture's description, a mention) has no place one could rewrite, and is left out.
 */
export function findingsInDocument<Finding extends LanguageFinding>(
  doc: RichTextDocument,
  findings: readonly Finding[],
): (Finding & DocumentRange)[] {
  const segments = plainTextSegments(doc)
  let first = 0
  // Both are in order, so one pass is enough.
  return findings.flatMap((finding) => {
    while ((segments[first]?.end ?? Infinity) <= finding.start) first++
    const range = rangeFrom(segments, first, finding)
    return range === undefined ? [] : [{ ...finding, ...range }]
  })
}

function rangeFrom(
  segments: readonly PlainTextSegment[],
  first: number,
  { start, end }: { start: number; end: number },
): DocumentRange | undefined {
  const begin = segments[first]
  if (begin === undefined || begin.start > start) return undefined
  for (let index = first; index < segments.length; index++) {
    // Inside the array.
    const segment = segments[index]!
    if (segment.source !== 'text' || segment.start >= end) return undefined
    if (segment.end >= end) {
      return { from: begin.position + start - begin.start, to: segment.position + end - segment.start }
    }
  }
  return undefined
}
