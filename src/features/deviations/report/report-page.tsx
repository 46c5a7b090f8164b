import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { Deviation } from '#api/deviations/contract.ts'
import { orgUnitQueries } from '../../../components/audience-picker/org-unit-queries.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { deviationQueries } from '../deviation-queries.ts'
import { emptyReport, hasContent } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { currentDraft, reportDrafts } from './report-store.ts'
import styles from './report.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  const { orgUnitId } = await queryClient.ensureQueryData(viewerQuery)
  // A report can be written without them, as when there is no network.
  await Promise.all([
    queryClient.prefetchQuery(deviationQueries.settings),
    orgUnitId === null ? undefined : queryClient.prefetchQuery(orgUnitQueries.detail(orgUnitId)),
  ])
  return null
}

/** The procedure an address names: of a link or a code on a procedure. */
function documentIn(query: URLSearchParams): Deviation['document'] {
  const title = query.get('procedure')?.trim() ?? ''
  if (title === '') return null
  return {
    id: null,
    title: title.slice(0, 200),
    version: query.get('version'),
    section: query.get('section'),
  }
}

/** Reports a deviation: four fields and under a minute on a phone (features.md Q8). */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const [query] = useSearchParams()
  const name = query.get('draft') ?? currentDraft
  const document = documentIn(query)
  const kept = reportDrafts.read(viewer.id, name)
  const start = kept && hasContent(kept) ? kept : emptyReport()
  return (
    <div className={styles.page}>
      <PageHeader
        name={m.deviationReport_title()}
        lead={m.deviationReport_lead()}
        actions={
          <Link to={paths.deviations()} className="lone-link">
            {m.deviationReport_toList()}
          </Link>
        }
      />
      <ReportForm
        key={`${name} ${query.toString()}`}
        name={name}
        viewer={viewer}
        start={{ ...start, ...(document && { document }) }}
      />
    </div>
  )
}
