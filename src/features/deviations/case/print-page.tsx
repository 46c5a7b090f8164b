import { PrinterLargeIcon } from '@navikt/aksel-icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import { organizationQuery } from '../../../components/viewer/viewer-queries.ts'
import { dayOf, formatDate, formatLongDateTime } from '../../../lib/dates.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { deviationQueries } from '../deviation-queries.ts'
import { actionStateLabels, eventLabels, severityLabel, stateLabels } from '../deviation-words.ts'
import { factsOf } from './facts.tsx'
import { whoText } from './timeline.tsx'
import styles from './print.module.css'

export const handle: PageHandle = { ground: 'ground', isBare: true }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await Promise.all([
    queryClient.ensureQueryData(deviationQueries.detail(params.id ?? '')),
    queryClient.ensureQueryData(organizationQuery),
  ])
  return null
}

const today = () => formatDate(dayOf(new Date()))

/** One case on paper: for a meeting, or for the archive. */
export function Component() {
  const { id = '' } = useParams()
  const { data: deviation } = useSuspenseQuery(deviationQueries.detail(id))
  const { data: organization } = useQuery(organizationQuery)
  const { number, title, description, state, severity, correctiveActions = [], timeline = [] } = deviation
  return (
    <div className={styles.page}>
      <title>{`${m.deviation_printTitle({ number })} – Tunet`}</title>
      <div className={styles.tools}>
        <Link to={paths.deviation(id)} className="lone-link">
          {m.deviation_printBack()}
        </Link>
        <button type="button" className="ds-button" data-color="accent" onClick={() => window.print()}>
          <PrinterLargeIcon aria-hidden />
          {m.deviation_print()}
        </button>
      </div>
      <article className={styles.sheet}>
        <header className={styles.head}>
          <span>{organization?.displayName}</span>
          <span>{m.deviation_printedOn({ day: today() })}</span>
        </header>
        <p>
          {number} · {stateLabels[state]()} · {severityLabel(severity)}
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={styles.text}>{description}</p>
        <dl className={styles.facts}>
          {factsOf(deviation, (time) => formatLongDateTime(time)).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {correctiveActions.length > 0 && (
          <>
            <h2>{m.deviation_actions()}</h2>
            <ul>
              {correctiveActions.map((action) => (
                <li key={action.id}>
                  {action.description} ({action.owner?.displayName ?? m.deviation_ownerHidden()},{' '}
                  {formatDate(action.dueDate)}, {actionStateLabels[action.state]().toLowerCase()})
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{m.deviation_events()}</h2>
        <ul>
          {timeline.map((event) => (
            <li key={event.id}>
              {[formatLongDateTime(event.dateTime), eventLabels[event.kind](), whoText(event), event.note]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      </article>
    </div>
  )
}
