import { useEffect, useRef } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { m } from '../../messages/messages.js'
import { Choice } from '../../ui/choice.tsx'
import { notificationSettingsQuery, useSaveSettings } from './notification-settings.ts'
import styles from './me-page.module.css'

/** How often unread news come by e-mail (features.md N8). The link at the foot of such an e-mail leads right here. */
export function NewsDigestChoice({ hasMail }: { hasMail: boolean }) {
  const { data } = useSuspenseQuery(notificationSettingsQuery)
  const { outcome, save } = useSaveSettings()
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
        onChange={(newsDigest) => save({ newsDigest })}
      />
      <output className={styles.help}>{outcome}</output>
    </div>
  )
}
