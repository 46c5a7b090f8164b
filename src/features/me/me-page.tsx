import { useId } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '#api/users/contract.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { signOut } from '../../lib/session.ts'
import { m } from '../../messages/messages.js'
import { ColorSchemeChoice } from '../../ui/color-scheme-choice.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { NewsDigestChoice } from './news-digest-choice.tsx'
import { notificationSettingsQuery } from './notification-settings.ts'
import { NotificationWays } from './notification-ways.tsx'
import { OwnData } from './own-data.tsx'
import styles from './me-page.module.css'

export const loader = async () => {
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(notificationSettingsQuery),
  ])
  return null
}

/** My page: who Tunet takes me for, language, light or dark, what comes by e-mail, and signing out. */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const aboutId = useId()
  const displayId = useId()
  const noticesId = useId()
  const waysId = useId()
  const dataId = useId()
  return (
    <div className={styles.page}>
      <PageHeader name={m.me_title()} title={viewer.displayName} above={m.me_title()} lead={m.me_lead()} />
      <Sheet aria-labelledby={aboutId}>
        <h2 id={aboutId}>{m.me_aboutYou()}</h2>
        <Facts viewer={viewer} />
        <p className={styles.help}>{m.me_wrong()}</p>
      </Sheet>
      <Sheet aria-labelledby={displayId}>
        <h2 id={displayId}>{m.me_display()}</h2>
        <div className={styles.choices}>
          <LanguageChoice />
          <ColorSchemeChoice />
        </div>
        <p className={styles.help}>{m.me_savedHere()}</p>
      </Sheet>
      <Sheet aria-labelledby={noticesId}>
        <h2 id={noticesId}>{m.me_notices()}</h2>
        <p className={styles.help}>{m.me_noticesText()}</p>
        <NewsDigestChoice hasMail={viewer.mail !== null} />
        <p className={styles.help}>{m.me_noticesMust()}</p>
      </Sheet>
      <Sheet aria-labelledby={waysId}>
        <h2 id={waysId}>{m.me_ways()}</h2>
        <NotificationWays hasMail={viewer.mail !== null} />
      </Sheet>
      <Sheet aria-labelledby={dataId}>
        <h2 id={dataId}>{m.me_data()}</h2>
        <OwnData />
      </Sheet>
      <div className={styles.signOut}>
        <Button variant="secondary" onClick={() => void signOut()}>
          {m.me_signOut()}
        </Button>
        <p className={styles.help}>{m.me_signOutText()}</p>
      </div>
    </div>
  )
}

/** Only what is known: a person without e-mail has no empty row for it. */
function Facts({ viewer }: { viewer: Me }) {
  const facts = [
    { name: m.me_jobTitle(), value: viewer.jobTitle },
    { name: m.me_department(), value: viewer.department },
    { name: m.me_officeLocation(), value: viewer.officeLocation },
    { name: m.me_mail(), value: viewer.mail },
    { name: m.me_mobile(), value: viewer.mobilePhone },
  ].filter((fact) => fact.value)
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
