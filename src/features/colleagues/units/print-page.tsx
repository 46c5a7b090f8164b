import { PrinterLargeIcon } from '@navikt/aksel-icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import { dayOf, formatDate } from '../../../lib/dates.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { formatPhone } from '../../../lib/phone.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Choice } from '../../../ui/choice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { unitQueries, type PrintedColleague } from '../queries.ts'
import styles from './print-page.module.css'

export const handle: PageHandle = { ground: 'sheet', isBare: true }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await queryClient.ensureQueryData(unitQueries.detail(params.id ?? ''))
  return null
}

/** The people of a unit on A4: who, where and how to reach them. */
export function Component() {
  const { id = '' } = useParams()
  const { data: unit } = useSuspenseQuery(unitQueries.detail(id))
  const [printedOn] = useState(() => dayOf(new Date()))
  const [scope, setScope] = useState<'unit' | 'whole'>('unit')
  const isWhole = scope === 'whole'
  const query = useQuery(unitQueries.everyone(id, isWhole))
  return (
    <div className={styles.page}>
      <title>{`${m.units_printTitle({ unit: unit.displayName })} – Tunet`}</title>
      <div className={styles.tools}>
        <Link to={paths.unit(id)} className="lone-link">
          {m.units_printBack()}
        </Link>
        {unit.childCount > 0 && (
          <Choice
            legend={m.units_printScope()}
            options={[
              { value: 'unit', label: m.units_printUnit() },
              { value: 'whole', label: m.units_printWhole() },
            ]}
            value={scope}
            onChange={setScope}
          />
        )}
        <button
          type="button"
          className="ds-button"
          data-color="accent"
          disabled={query.data === undefined}
          onClick={() => window.print()}
        >
          <PrinterLargeIcon aria-hidden fontSize="1.25rem" />
          {m.units_printNow()}
        </button>
        {query.isError && <FetchFailed text={m.units_printFailed()} onRetry={() => void query.refetch()} />}
        {query.data?.isAll === false && (
          <Notice tone="warning">{m.units_printNotAll({ count: query.data.people.length })}</Notice>
        )}
      </div>
      <article className={styles.sheet}>
        <h1 tabIndex={-1}>{unit.displayName}</h1>
        <p className={styles.meta}>
          {[
            unit.leader !== null && m.units_printLeader({ name: unit.leader.displayName }),
            unit.deputyLeader !== null && m.units_printDeputy({ name: unit.deputyLeader.displayName }),
            m.units_printDay({ day: formatDate(printedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {query.data && <PeopleTable people={query.data.people} isWhole={isWhole} />}
      </article>
    </div>
  )
}

function PeopleTable({ people, isWhole }: { people: readonly PrintedColleague[]; isWhole: boolean }) {
  return (
    <table className={styles.table}>
      <caption className="ds-sr-only">{m.units_people({ count: people.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{m.units_columnName()}</th>
          <th scope="col">{m.units_columnTitle()}</th>
          {isWhole && <th scope="col">{m.units_columnUnit()}</th>}
          <th scope="col">{m.units_columnPhone()}</th>
          <th scope="col">{m.units_columnMail()}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.displayName}</th>
            <td>{person.jobTitle}</td>
            {isWhole && <td>{person.department}</td>}
            <td className={styles.phone}>
              {[person.mobilePhone, ...person.businessPhones]
                .filter((number) => number !== null)
                .map(formatPhone)
                .join(', ')}
            </td>
            <td>{person.mail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
