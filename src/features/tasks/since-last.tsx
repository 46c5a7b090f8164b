import { Button } from '@digdir/designsystemet-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import { formatWhen } from '../../lib/dates.ts'
import { requestNothing } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { Sheet } from '../../ui/sheet.tsx'
import { describeNotification } from './describe-notification.ts'
import { notificationsQuery } from './notification-queries.ts'
import { MoreButton } from './more-button.tsx'
import styles from './since-last.module.css'

const path = '/v1.0/me/notifications'

/** What has happened that I have not seen and that is no task. A quiet list: it asks for nothing. */
export function SinceLast() {
  const id = useId()
  const queryClient = useQueryClient()
  const query = useInfiniteQuery(notificationsQuery)
  const { mutate, isPending } = useMutation({
    mutationFn: (address: string) => requestNothing(address, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  })
  const notifications = query.data ?? []
  if (notifications.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.heading}>
        <h2 id={id}>{m.tasks_sinceLast()}</h2>
        <Button
          variant="tertiary"
          aria-busy={isPending}
          onClick={() => (isPending ? undefined : mutate(`${path}/markAllRead`))}
        >
          {m.tasks_markAllRead()}
        </Button>
      </div>
      <Sheet isFlush>
        <ul className={styles.list}>
          {notifications.map((notification) => {
            const { text, to } = describeNotification(notification)
            return (
              <li key={notification.id}>
                <Link
                  to={to}
                  onClick={() => mutate(`${path}/${encodeURIComponent(notification.id)}/markRead`)}
                >
                  {text}
                </Link>
                <span>{formatWhen(notification.lastDateTime)}</span>
              </li>
            )
          })}
        </ul>
      </Sheet>
      <MoreButton query={query} />
    </section>
  )
}
