import { useEffect, useRef, useState } from 'react'
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { NotificationSettings } from '#api/notification-settings/contract.ts'
import { request } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { Choice } from '../../ui/choice.tsx'
import styles from './me-page.module.css'

type NewsDigest = NotificationSettings['newsDigest']

const path = '/v1.0/me/notificationSettings'

/** What I want to be sent. */
export const notificationSettingsQuery = queryOptions({
  queryKey: ['me', 'notificationSettings'],
  queryFn: ({ signal }) => request(NotificationSettings, path, { signal }),
})

/** How often unread news come by e-mail (features.md N8). The link at the foot of such an e-mail leads right here. */
export function NewsDigestChoice({ hasMail }: { hasMail: boolean }) {
  const { data } = useSuspenseQuery(notificationSettingsQuery)
  const { outcome, save } = useSaveDigest()
  const choice = useRef<HTMLDivElement>(null)
  const isAskedFor = useSearchParams()[0].has('digest')

  useEffect(() => {
    if (!isAskedFor) return
    const chosen = choice.current?.querySelector<HTMLInputElement>('input:checked')
    chosen?.focus({ preventScroll: true })
    choice.current?.scrollIntoView({ block: 'center' })
  }, [isAskedFor])

  if (!hasMail) return <p className={styles.help}>{m.me_digestNoMail()}</p>
  return (
    <div ref={choice} className={styles.choices}>
      <Choice
        legend={m.me_digestLegend()}
        options={[
          { value: 'weekly', label: m.me_digestWeekly() },
          { value: 'daily', label: m.me_digestDaily() },
          { value: 'never', label: m.me_digestNever() },
        ]}
        value={data.newsDigest}
        onChange={save}
      />
      <output className={styles.help}>{outcome}</output>
    </div>
  )
}

/** Shows the choice at once; when it cannot be saved, the old one comes back and that is said. */
function useSaveDigest() {
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState('')
  const { queryKey } = notificationSettingsQuery
  const { mutate } = useMutation({
    mutationFn: (newsDigest: NewsDigest) =>
      request(NotificationSettings, path, {
        method: 'PATCH',
        body: { newsDigest },
        headers: { Prefer: 'return=representation' },
      }),
    onMutate: (newsDigest) => {
      const before = queryClient.getQueryData(queryKey)
      if (before) queryClient.setQueryData(queryKey, { ...before, newsDigest })
      setOutcome('')
      return before
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKey, saved)
      setOutcome(m.me_digestSaved())
    },
    onError: (_, __, before) => {
      if (before) queryClient.setQueryData(queryKey, before)
      setOutcome(m.me_digestFailed())
    },
  })
  return { outcome, save: (newsDigest: NewsDigest) => mutate(newsDigest) }
}
