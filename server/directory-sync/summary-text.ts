import type { SyncSummary } from '#api/directory-sync/synchronise.ts'

/** What a run did, a line each, for the operator; nothing that did not happen, but always what came of the people. */
export function summaryText(summary: SyncSummary): string {
  const lines: [count: number, text: string][] = [
    [summary.skipped, 'records were not understood and left out'],
    [summary.leftOut, 'guests and disabled accounts were left out'],
    [summary.unseen, 'are no longer in the directory'],
    [summary.placed, 'were placed in a unit, or taken out of one'],
    [summary.withoutKnownUnit, 'have a department that names no unit here, or several'],
    [summary.managersChanged, 'have another manager'],
    [summary.managerCircles, 'managers were left out, since they led in a circle'],
    [summary.leadersChanged, 'units have another leader'],
    [summary.textsChanged, 'have other texts about themselves'],
    [summary.photosChanged, 'have another photo'],
    [summary.photosRefused, 'photos could not be used'],
    [summary.detailsPostponed, 'people are asked about again in an hour'],
  ]
  return [
    `${summary.created} new, ${summary.changed} changed, ${summary.disabled} disabled.`,
    ...lines.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}.`),
    ...(summary.heldBack > 0
      ? [
          `${summary.heldBack} have left, which is too many at once: nobody was disabled. If it is true, run npm run sync -- --allow-many.`,
        ]
      : []),
    ...(summary.isComplete ? [] : ['The rest was left to the next run.']),
  ].join('\n')
}
