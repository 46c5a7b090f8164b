import { useId, useRef } from 'react'
import {
  ClockDashedIcon,
  LeaveIcon,
  PersonCircleIcon,
  PersonHeadsetIcon,
  PhoneIcon,
} from '@navikt/aksel-icons'
import { Link } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../lib/paths.ts'
import { signOut } from '../lib/session.ts'
import { m } from '../messages/messages.js'
import { ColorSchemeChoice } from '../ui/color-scheme-choice.tsx'
import { initialsOf } from '../ui/initials.ts'
import { InitialsAvatar } from '../ui/initials-avatar.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import styles from './person-menu.module.css'

/** Who is signed in, and what is one's own: my page, language, light or dark, sign out. */
export function PersonMenu({ viewer }: { viewer: Me }) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        className={styles.toggle}
        popoverTarget={id}
        aria-label={m.app_personMenu({ initials: initialsOf(viewer.displayName), name: viewer.displayName })}
      >
        <InitialsAvatar displayName={viewer.displayName} tone="self" />
      </button>
      <div id={id} ref={menu} popover="auto" className={styles.menu}>
        <p className={styles.who}>
          <strong>{viewer.displayName}</strong>
          {viewer.jobTitle && <span>{viewer.jobTitle}</span>}
        </p>
        <Link to={paths.me()} className={styles.row} onClick={() => menu.current?.hidePopover()}>
          <PersonCircleIcon aria-hidden fontSize="1.5rem" />
          {m.app_myPage()}
        </Link>
        {[
          { to: paths.absence(), label: m.absencePage_title(), icon: ClockDashedIcon },
          { to: paths.callBacks(), label: m.callBack_title(), icon: PhoneIcon },
          { to: paths.duties(), label: m.duties_title(), icon: PersonHeadsetIcon },
        ].map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={styles.row} onClick={() => menu.current?.hidePopover()}>
            <Icon aria-hidden fontSize="1.5rem" />
            {label}
          </Link>
        ))}
        <div className={styles.choices}>
          <LanguageChoice />
          <ColorSchemeChoice />
        </div>
        <button type="button" className={styles.row} onClick={() => void signOut()}>
          <LeaveIcon aria-hidden fontSize="1.5rem" />
          {m.app_signOut()}
        </button>
      </div>
    </>
  )
}
