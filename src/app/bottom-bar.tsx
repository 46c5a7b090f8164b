import { PersonCircleFillIcon, PersonCircleIcon } from '@navikt/aksel-icons'
import { NavLink } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../lib/paths.ts'
import { m } from '../messages/messages.js'
import { areasFor, type Area } from './areas.ts'
import { TaskCount } from './task-count.tsx'
import styles from './bottom-bar.module.css'

/** The areas within reach of a thumb, on phones. */
export function BottomBar({ viewer }: { viewer: Me }) {
  const myPage: Area = {
    to: paths.me(),
    label: m.app_myPage(),
    icon: PersonCircleIcon,
    activeIcon: PersonCircleFillIcon,
  }
  return (
    <nav className={styles.bar} aria-label={m.app_areas()}>
      {[...areasFor(viewer, 'bottom'), myPage].map(
        ({ to, label, icon: Icon, activeIcon: ActiveIcon, hasTaskCount }) => (
          <NavLink key={to} to={to} end={to === paths.home()}>
            {({ isActive }) => (
              <>
                {isActive ? (
                  <ActiveIcon aria-hidden fontSize="1.5rem" />
                ) : (
                  <Icon aria-hidden fontSize="1.5rem" />
                )}
                {label}
                {hasTaskCount && <TaskCount />}
              </>
            )}
          </NavLink>
        ),
      )}
    </nav>
  )
}
