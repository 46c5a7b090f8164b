import { Button } from '@digdir/designsystemet-react'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useIsOnline } from '../../../lib/online.ts'
import { paths } from '../../../lib/paths.ts'
import { useSignal } from '../../../lib/signal.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { reportDrafts, unsentReports } from './report-store.ts'
import { sendUnsent, sentLater } from './send-report.ts'
import styles from './report.module.css'

/** Wait before what did not get there is sent again, in milliseconds; doubled each time, up to the longest. */
const firstWait = 2_000
const longestWait = 60_000

/**
 * Sends the reports that wait for a network as soon as there is one, on whatever page one is, and tells what came of
 * it. Draws nothing when nothing waits.
 */
export function UnsentNotices({ viewerId }: { viewerId: string }) {
  const isOnline = useIsOnline()
  const waiting = unsentReports.useList(viewerId).length
  const refused = reportDrafts.useList(viewerId).filter(({ refusal }) => refusal !== undefined)
  const sent = useSignal(sentLater)

  useEffect(() => {
    if (!isOnline || waiting === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isHere = true
    const attempt = (wait: number) =>
      void sendUnsent(viewerId).then((isLeft) => {
        if (isHere && isLeft) timer = setTimeout(() => attempt(Math.min(longestWait, wait * 2)), wait)
      })
    attempt(firstWait)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [viewerId, isOnline, waiting])

  return (
    <output className={styles.notices}>
      {waiting > 0 && <Notice tone="info">{m.deviationReport_waits({ count: waiting })}</Notice>}
      {refused.map(({ key, name }) => (
        <Notice
          key={key}
          tone="danger"
          actions={<Link to={paths.newDeviation({ draft: name })}>{m.deviationReport_openRefused()}</Link>}
        >
          {m.deviationReport_refused()}
        </Notice>
      ))}
      {sent.map((receipt) => (
        <Notice
          key={receipt.number}
          tone="success"
          actions={
            <>
              {receipt.id !== null && (
                <Link to={paths.deviation(receipt.id)} className="ds-button" data-variant="secondary">
                  {m.deviationReport_follow()}
                </Link>
              )}
              <Button
                variant="tertiary"
                onClick={() => sentLater.set(sentLater.get().filter((one) => one !== receipt))}
              >
                {m.deviationReport_close()}
              </Button>
            </>
          }
        >
          {m.deviationReport_sentLater({ number: receipt.number ?? '' })}
        </Notice>
      ))}
    </output>
  )
}
