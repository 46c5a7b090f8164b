import { getLocale } from '#src/lib/locale.ts'
import { m } from '../../messages/messages.js'
import type { ChangeSummary } from './summarise-changes.ts'

/** Headings named before the rest are only counted. */
const mostNamed = 3

/** A summary in words: «12 ord lagt til, 3 fjernet, under «Vask av hender»». */
export function describeChanges(summary: ChangeSummary): string {
  if (!summary.isChanged) return m.versions_noChanges()
  const counts = describeCounts(summary)
  const what = counts === '' ? m.versions_onlyPunctuation() : counts
  if (summary.headings.length === 0) return what
  return m.versions_under({ what, headings: nameHeadings(summary.headings) })
}

function describeCounts({ wordsAdded, wordsRemoved, images }: ChangeSummary): string {
  const counts: string[] = []
  if (wordsAdded > 0) counts.push(m.versions_wordsAdded({ count: wordsAdded }))
  if (wordsRemoved > 0) {
    const isFirst = counts.length === 0
    counts.push(
      isFirst
        ? m.versions_wordsRemoved({ count: wordsRemoved })
        : m.versions_removedToo({ count: wordsRemoved }),
    )
  }
  if (images > 0) counts.push(m.versions_imagesChanged({ count: images }))
  return counts.join(', ')
}

function nameHeadings(headings: string[]): string {
  const names = headings.slice(0, mostNamed).map((text) => m.versions_quoted({ text }))
  const rest = headings.length - names.length
  if (rest > 0) names.push(m.versions_moreHeadings({ count: rest }))
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names)
}
