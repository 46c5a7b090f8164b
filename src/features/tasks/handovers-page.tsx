import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Handover } from '#api/handovers/contract.ts'
import { formatWhen } from '../../lib/dates.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { handoversQuery } from './handover-query.ts'
import { MoreButton } from './more-button.tsx'
import rows from './since-last.module.css'
import styles from './tasks-page.module.css'

export const handle: PageHandle = { backTo: paths.tasks() }

export const loader = async () => {
  await queryClient.ensureInfiniteQueryData(handoversQuery)
  return null
}

/** What colleagues who left answered for, and that came to me: what it is, what became of it, and the way there. */
export function Component() {
  const query = useSuspenseInfiniteQuery(handoversQuery)
  const { handovers } = query.data
  return (
    <div className={styles.page}>
      <PageHeader name={m.handover_title()} lead={m.handover_lead()} />
      {handovers.length === 0 ? (
        <p className={styles.quiet}>{m.handover_none()}</p>
      ) : (
        <Sheet isFlush aria-label={m.handover_title()}>
          <ul className={rows.list}>
            {handovers.map((handover) => (
              <li key={handover.id}>
                <Link to={addressOf(handover)}>{textOf(handover)}</Link>
                <span>{formatWhen(handover.handedOverDateTime)}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <MoreButton query={query} />
    </div>
  )
}

const things: Record<string, { text: () => string; to: (id: string) => string }> = {
  newsPost: { text: m.handover_newsPost, to: paths.newsPost },
  newsEditor: { text: m.handover_newsEditor, to: () => paths.newsEditors() },
  callBackMessage: { text: m.handover_callBackMessage, to: () => paths.callBacks() },
  absence: { text: m.handover_absence, to: () => paths.absence() },
  dutyShift: { text: m.handover_dutyShift, to: () => paths.duties() },
}

const addressOf = ({ target }: Handover) => things[target.type]?.to(target.id) ?? paths.tasks()

/** «En beskjed om å ringe tilbake, etter Gunn Dahle. Den er nå din.» */
function textOf({ target, leaver, outcome }: Handover): string {
  const thing = things[target.type]?.text() ?? m.handover_other()
  const became = { passed: m.handover_passed, ended: m.handover_ended, kept: m.handover_kept }[outcome]
  return m.handover_text({ thing, name: leaver.displayName, became: became() })
}
