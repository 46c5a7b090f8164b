import { PersonCircleFillIcon, PersonCircleIcon } from '@navikt/aksel-icons'
import { NavLink } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../lib/paths.ts'
import { app_areas, app_myPage } from '../messages/messages.js'
import { areasFor, type Area } from './areas.ts'
import css from './bottom-bar.module.css'

/** The areas within reach of a thumb, on phones. */
export function BottomBar({ viewer }: { viewer: Me }) {
  const myPage: Area = {
    to: paths.me(),
    label: app_myPage(),
    icon: PersonCircleIcon,
    activeIcon: PersonCircleFillIcon,
  }
  return (
    <nav className={css.bar} aria-label={app_areas()}>
      {[...areasFor(viewer), myPage].map(({ to, label, icon: Icon, activeIcon: ActiveIcon }) => (
        <NavLink key={to} to={to} end>
          {({ isActive }) => (
            <>
              {isActive ? (
                <ActiveIcon aria-hidden fontSize="1.5rem" />
              ) : (
                <Icon aria-hidden fontSize="1.5rem" />
              )}
              {label}
            </>
          )}
        </NavLink>
      ))}
    </nav>
  )
}
