import { PrinterLargeIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams, type LoaderFunctionArgs, type Params } from 'react-router'
import { maxWeekAhead, weekLength, type UnitWeek, type WeekAbsence } from '#api/reachability/contract.ts'
import { addDays } from '#api/time/oslo.ts'
import { periodText } from '../../../components/absence/absence-texts.ts'
import { dayOf, formatFullDay } from '../../../lib/dates.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { unitQueries } from '../queries.ts'
import styles from './week-page.module.css'

export const handle: PageHandle = { backTo: paths.units() }

/** The first day shown. One that is past, or no day at all, is today. */
function firstDayOf(query: URLSearchParams): string {
  const today = dayOf(new Date())
  const from = query.get('from') ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(from) && from > today && from <= addDays(today, maxWeekAhead) ? from : today
}

const queriesOf = (params: Params, query: URLSearchParams) => {
  const id = params.id ?? ''
  return [unitQueries.detail(id), unitQueries.week(id, firstDayOf(query))] as const
}

export const loader = async ({ params, request }: LoaderFunctionArgs) => {
  const [unit, week] = queriesOf(params, new URL(request.url).searchParams)
  await Promise.all([queryClient.ensureQueryData(unit), queryClient.ensureQueryData(week)])
  return null
}

/** Who of a unit is away on seven days, and where nobody is there for them; never why (features.md K26). */
export function Component() {
  const params = useParams()
  const [query] = useSearchParams()
  const [unitQuery, weekQuery] = queriesOf(params, query)
  const { data: unit } = useSuspenseQuery(unitQuery)
  const { data: week } = useSuspenseQuery(weekQuery)
  return (
    <div className={styles.page}>
      <nav aria-label={m.colleagues_breadcrumbs()} className={styles.tools}>
        <Link to={paths.unit(unit.id)} className="lone-link">
          {m.week_back({ unit: unit.displayName })}
        </Link>
      </nav>
      <PageHeader
        name={m.week_name()}
        above={unit.displayName}
        lead={m.week_lead({ count: week.memberCount })}
        actions={
          <button
            type="button"
            className={`ds-button ${styles.tools}`}
            data-variant="secondary"
            onClick={() => window.print()}
          >
            <PrinterLargeIcon aria-hidden fontSize="1.25rem" />
            {m.week_print()}
          </button>
        }
      />
      <Sheet isFlush>
        <WeekTable week={week} unit={unit.displayName} />
      </Sheet>
      <OtherDays unitId={unit.id} from={firstDayOf(query)} />
    </div>
  )
}

function OtherDays({ unitId, from }: { unitId: string; from: string }) {
  const [today] = useState(() => dayOf(new Date()))
  const before = addDays(from, -weekLength)
  const after = addDays(from, weekLength)
  return (
    <nav aria-label={m.week_move()} className={`${styles.move} ${styles.tools}`}>
      {from > today && (
        <Link
          to={paths.unitWeek(unitId, { from: before > today ? before : undefined })}
          className="lone-link"
        >
          {m.week_before()}
        </Link>
      )}
      {after <= addDays(today, maxWeekAhead) && (
        <Link to={paths.unitWeek(unitId, { from: after })} className="lone-link">
          {m.week_after()}
        </Link>
      )}
    </nav>
  )
}

function WeekTable({ week, unit }: { week: UnitWeek; unit: string }) {
  return (
    <table className={styles.table}>
      <caption className="ds-sr-only">{m.week_title({ unit })}</caption>
      <thead>
        <tr>
          <th scope="col">{m.week_day()}</th>
          <th scope="col">{m.week_away()}</th>
        </tr>
      </thead>
      <tbody>
        {week.days.map(({ date, absences, holes }) => (
          <tr key={date}>
            <th scope="row">{formatFullDay(date)}</th>
            <td>
              {absences.length === 0 ? (
                <p className={styles.quiet}>{m.week_nobody()}</p>
              ) : (
                <ul className={styles.people}>
                  {absences.map((absence) => (
                    <Away
                      key={`${absence.user.id} ${absence.startDateTime}`}
                      absence={absence}
                      isHole={holes.some(({ id }) => id === absence.user.id)}
                    />
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Away({ absence, isHole }: { absence: WeekAbsence; isHole: boolean }) {
  const { user } = absence
  return (
    <li>
      <span className={styles.name}>
        <Link to={paths.absenceOf(user.id)}>{user.displayName}</Link>
        {isHole && <StatusTag tone="warning">{m.week_hole()}</StatusTag>}
      </span>
      <span className={styles.quiet}>
        {periodText(absence)}. {substituteText(absence)}
      </span>
    </li>
  )
}

function substituteText({ substitute, substituteStatus }: WeekAbsence): string {
  if (substitute === null || substituteStatus === null) return m.week_noSubstitute()
  const text = { accepted: m.week_substitute, proposed: m.week_proposed, declined: m.week_declined }
  return text[substituteStatus]({ name: substitute.displayName })
}
