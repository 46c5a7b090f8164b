import { useSuspenseQuery } from '@tanstack/react-query'
import { notificationGroups, type NotificationGroup } from '#api/notifications/contract.ts'
import { m } from '../../messages/messages.js'
import { Choice } from '../../ui/choice.tsx'
import { notificationSettingsQuery, useSaveSettings } from './notification-settings.ts'
import styles from './me-page.module.css'

const groupNames: Record<NotificationGroup, () => string> = {
  comments: m.me_groupComments,
  mentions: m.me_groupMentions,
  newsPosts: m.me_groupNewsPosts,
  callBacks: m.me_groupCallBacks,
  substitutes: m.me_groupSubstitutes,
  deviations: m.me_groupDeviations,
}

/** E-mails in a day one can choose between. */
const budgets = [1, 3, 5, 10, 20]

/** How I am told of what happens, a choice for each kind of it, and how many e-mails I want in a day (features.md A22). */
export function NotificationWays({ hasMail }: { hasMail: boolean }) {
  const { data } = useSuspenseQuery(notificationSettingsQuery)
  const { outcome, save } = useSaveSettings()
  return (
    <div className={styles.choices}>
      {notificationGroups.map((group) => (
        <Choice
          key={group}
          legend={groupNames[group]()}
          options={[
            { value: 'inApp', label: m.me_wayInApp() },
            ...(hasMail ? [{ value: 'email' as const, label: m.me_wayEmail() }] : []),
            { value: 'none', label: m.me_wayNone() },
          ]}
          value={data.notifications[group]}
          onChange={(way) => save({ notifications: { [group]: way } })}
        />
      ))}
      {hasMail && (
        <>
          <Choice
            legend={m.me_maxEmails()}
            options={budgets.map((count) => ({ value: String(count), label: String(count) }))}
            value={String(data.maxEmailsPerDay)}
            onChange={(count) => save({ maxEmailsPerDay: Number(count) })}
          />
          <p className={styles.help}>{m.me_maxEmailsText()}</p>
        </>
      )}
      <output className={styles.help}>{outcome}</output>
    </div>
  )
}
