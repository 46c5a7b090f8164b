import { useId } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '#api/users/contract.ts'
import { viewerQuery } from '#src/components/viewer/viewer-queries.ts'
import { queryClient } from '#src/lib/query-client.ts'
import { signOut } from '#src/lib/session.ts'
import {
  me_aboutYou,
  me_department,
  me_display,
  me_jobTitle,
  me_lead,
  me_mail,
  me_mobile,
  me_officeLocation,
  me_savedHere,
  me_signOut,
  me_signOutText,
  me_title,
  me_wrong,
} from '#src/messages/messages.js'
import { ColorSchemeChoice } from '#src/ui/color-scheme-choice.tsx'
import { LanguageChoice } from '#src/ui/language-choice.tsx'
import { PageHeader } from '#src/ui/page-header.tsx'
import { Sheet } from '#src/ui/sheet.tsx'
import css from './me-page.module.css'

export const loader = () => queryClient.ensureQueryData(viewerQuery)

/** My page: who Tunet takes me for, language, light or dark, and signing out. */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const aboutId = useId()
  const displayId = useId()
  return (
    <div className={css.page}>
      <PageHeader name={me_title()} title={viewer.displayName} above={me_title()} lead={me_lead()} />
      <Sheet aria-labelledby={aboutId}>
        <h2 id={aboutId}>{me_aboutYou()}</h2>
        <Facts viewer={viewer} />
        <p className={css.help}>{me_wrong()}</p>
      </Sheet>
      <Sheet aria-labelledby={displayId}>
        <h2 id={displayId}>{me_display()}</h2>
        <div className={css.choices}>
          <LanguageChoice />
          <ColorSchemeChoice />
        </div>
        <p className={css.help}>{me_savedHere()}</p>
      </Sheet>
      <div className={css.signOut}>
        <Button variant="secondary" onClick={() => void signOut()}>
          {me_signOut()}
        </Button>
        <p className={css.help}>{me_signOutText()}</p>
      </div>
    </div>
  )
}

/** Only what is known: a person without e-mail has no empty row for it. */
function Facts({ viewer }: { viewer: Me }) {
  const facts = [
    { name: me_jobTitle(), value: viewer.jobTitle },
    { name: me_department(), value: viewer.department },
    { name: me_officeLocation(), value: viewer.officeLocation },
    { name: me_mail(), value: viewer.mail },
    { name: me_mobile(), value: viewer.mobilePhone },
  ].filter((fact) => fact.value)
  return (
    <dl className={css.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
