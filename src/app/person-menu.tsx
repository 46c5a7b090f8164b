import { useId, useRef } from 'react'
import { LeaveIcon, PersonCircleIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../lib/paths.ts'
import { signOut } from '../lib/session.ts'
import { app_myPage, app_personMenu, app_signOut } from '../messages/messages.js'
import { ColorSchemeChoice } from '../ui/color-scheme-choice.tsx'
import { InitialsAvatar } from '../ui/initials-avatar.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import css from './person-menu.module.css'

/** Who is signed in, and what is one's own: my page, language, light or dark, sign out. */
export function PersonMenu({ viewer }: { viewer: Me }) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        className={css.toggle}
        popoverTarget={id}
        aria-label={app_personMenu({ name: viewer.displayName })}
      >
        <InitialsAvatar displayName={viewer.displayName} tone="self" />
      </button>
      <div id={id} ref={menu} popover="auto" className={css.menu}>
        <p className={css.who}>
          <strong>{viewer.displayName}</strong>
          {viewer.jobTitle && <span>{viewer.jobTitle}</span>}
        </p>
        <Link to={paths.me()} className={css.row} onClick={() => menu.current?.hidePopover()}>
          <PersonCircleIcon aria-hidden fontSize="1.5rem" />
          {app_myPage()}
        </Link>
        <div className={css.choices}>
          <LanguageChoice />
          <ColorSchemeChoice />
        </div>
        <button type="button" className={css.row} onClick={() => void signOut()}>
          <LeaveIcon aria-hidden fontSize="1.5rem" />
          {app_signOut()}
        </button>
      </div>
    </>
  )
}
