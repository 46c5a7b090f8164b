import { PlusIcon } from '@navikt/aksel-icons'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { parseFilters } from '../../../components/filter-bar/filter-address.ts'
import { FilterBar } from '../../../components/filter-bar/filter-bar.tsx'
import { useFilters } from '../../../components/filter-bar/use-filters.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { openStates } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { TabRow } from '../../../ui/tab-row.tsx'
import { deviationQueries, useLiveDeviations } from '../deviation-queries.ts'
import { currentDraft, reportDrafts } from '../report/report-store.ts'
import { Board, EmptyBoard, ReceiveYard } from './board.tsx'
import {
  deviationFilters,
  isNarrowed,
  lanes,
  listQuery,
  showFrom,
  shows,
  type DeviationFilterValues,
  type Show,
} from './deviation-filters.ts'
import { DeviationList } from './deviation-list.tsx'
import styles from '../deviations.module.css'

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const query = new URL(request.url).searchParams
  const viewer = await queryClient.ensureQueryData(viewerQuery)
  const show = showFrom(query, viewer)
  const value = parseFilters(deviationFilters, query)
  await Promise.all(
    queriesOf(show, value).map((list) => queryClient.ensureInfiniteQueryData(deviationQueries.list(list))),
  )
  return null
}

const isBoard = (show: Show, { state }: DeviationFilterValues) =>
  show === 'responsible' && state === undefined

const queriesOf = (show: Show, value: DeviationFilterValues) =>
  isBoard(show, value)
    ? [
        listQuery(show, value, openStates),
        ...lanes.map(({ states }) => listQuery('responsible', value, states)),
      ]
    : [listQuery(show, value, undefined)]

/** Deviations: those I reported, those I answer for, and all I may see. */
export function Component() {
  useLiveDeviations()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const show = showFrom(useSearchParams()[0], viewer)
  const { value, coming, onChange } = useFilters(deviationFilters)
  const query = listQuery(show, value, isBoard(show, value) ? openStates : undefined)
  const { data } = useSuspenseInfiniteQuery(deviationQueries.list(query))
  const hits = data.pages[0]?.['@odata.count'] ?? 0
  return (
    <div className={styles.page}>
      <PageHeader
        name={m.deviationList_title()}
        lead={show === 'mine' ? m.deviationList_leadMine() : undefined}
        actions={
          <Link to={paths.newDeviation()} className="ds-button" data-color="accent" data-variant="secondary">
            <PlusIcon aria-hidden />
            {m.deviationReport_title()}
          </Link>
        }
      />
      <BegunReport viewerId={viewer.id} />
      {show === 'responsible' && <ReceiveYard value={value} />}
      <Tabs show={show} leads={viewer.ledOrgUnitIds.length > 0} />
      <FilterBar
        label={m.deviationList_filters()}
        filters={deviationFilters}
        value={coming}
        onChange={onChange}
        hits={hits}
      />
      {isBoard(show, value) ? (
        hits === 0 ? (
          <EmptyBoard value={value} />
        ) : (
          <Board value={value} />
        )
      ) : (
        <DeviationList
          key={`${show} ${query.filter}`}
          query={query}
          hasStates
          level={2}
          empty={<Empty show={show} value={value} />}
        />
      )}
    </div>
  )
}

/** A report that is not sent yet is not forgotten. */
function BegunReport({ viewerId }: { viewerId: string }) {
  return reportDrafts.useList(viewerId).map(({ name }) => (
    <Notice
      key={name}
      tone="info"
      actions={
        <Link to={paths.newDeviation(name === currentDraft ? {} : { draft: name })}>
          {m.deviationList_goOn()}
        </Link>
      }
    >
      {m.deviationList_begun()}
    </Notice>
  ))
}

const tabLabels: Record<Show, () => string> = {
  responsible: m.deviationList_tabResponsible,
  mine: m.deviationList_tabMine,
  all: m.deviationList_tabAll,
}

function Tabs({ show, leads }: { show: Show; leads: boolean }) {
  return (
    <TabRow label={m.deviationList_tabs()}>
      {shows
        .filter((one) => one !== 'responsible' || leads || show === 'responsible')
        .map((one) => (
          <Link
            key={one}
            to={paths.deviations({ show: one })}
            preventScrollReset
            aria-current={one === show ? 'page' : undefined}
          >
            {tabLabels[one]()}
          </Link>
        ))}
    </TabRow>
  )
}

function Empty({ show, value }: { show: Show; value: DeviationFilterValues }) {
  if (isNarrowed(value) || show === 'all') {
    return <EmptyState title={m.deviationList_noHits()}>{m.deviationList_noHitsText()}</EmptyState>
  }
  return (
    <EmptyState
      title={m.deviationList_noneMine()}
      action={
        <Link to={paths.newDeviation()} className="lone-link">
          {m.deviationReport_title()}
        </Link>
      }
    >
      {m.deviationList_noneMineText()}
    </EmptyState>
  )
}
