import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { deviationQueries } from '../deviation-queries.ts'
import { dueWords } from '../due-words.ts'
import { InjuryNotice } from '../injury-notice.tsx'
import { waitingReceipt, type Receipt } from './send-report.ts'
import styles from './report.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await queryClient.prefetchQuery(deviationQueries.settings)
  return null
}

/** Thanks for reporting: the number, who has it, and what happens next (features.md Q37). */
export function Component() {
  const { data: settings } = useQuery(deviationQueries.settings)
  // The form that led here says what it came to.
  const receipt = (useLocation().state as Receipt | null) ?? waitingReceipt
  const { number, id, responsible, receiveBy } = receipt
  const isWaiting = number === null
  return (
    <div className={styles.page}>
      <PageHeader name={m.deviationReport_thanks()} lead={leadOf(receipt)} />
      {isWaiting && <Notice tone="warning">{m.deviationReport_waitingText()}</Notice>}
      {receipt.isSeriousInjury && settings && <InjuryNotice contact={settings.labourInspection} />}
      {receipt.isPersonalDataBreach && (
        <Notice tone="warning">{m.deviationReport_personalDataClock()}</Notice>
      )}
      <Sheet aria-labelledby="sent-next">
        <h2 id="sent-next" className={styles.heading}>
          {m.deviationReport_next()}
        </h2>
        <ol className={styles.steps}>
          {isWaiting && <li>{m.deviationReport_nextSend()}</li>}
          <li>
            {receiveBy === null
              ? m.deviationReport_nextReceive({ name: responsible ?? m.deviationReport_theLeader() })
              : m.deviationReport_nextReceiveBy({
                  name: responsible ?? m.deviationReport_theLeader(),
                  when: dueWords(receiveBy),
                })}
          </li>
          <li>{m.deviationReport_nextTreat()}</li>
          <li>
            {id === null && !isWaiting ? m.deviationReport_nextAnonymous() : m.deviationReport_nextTold()}
          </li>
        </ol>
      </Sheet>
      <div className={styles.buttons}>
        {id !== null && (
          <Link to={paths.deviation(id)} className="ds-button" data-color="accent" data-variant="primary">
            {m.deviationReport_follow()}
          </Link>
        )}
        <Link to={paths.newDeviation()} className="ds-button" data-variant="secondary">
          {m.deviationReport_another()}
        </Link>
        <Link to={paths.home()} className="ds-button" data-variant="tertiary">
          {m.deviationReport_home()}
        </Link>
      </div>
    </div>
  )
}

function leadOf({ number, responsible }: Receipt): string {
  if (number === null) return m.deviationReport_waiting()
  return responsible === null
    ? m.deviationReport_gotNumber({ number })
    : m.deviationReport_gotNumberAnd({ number, name: responsible })
}
