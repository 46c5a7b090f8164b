import { PersonCircleFillIcon, PersonCircleIcon } from '@navikt/aksel-icons'
import { Link, useLocation } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../lib/paths.ts'
import { m } from '../messages/messages.js'
import { areasFor, isIn, type Area } from './areas.ts'
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
  const { pathname } = useLocation()
  return (
    <nav className={styles.bar} aria-label={m.app_areas()}>
      {[...areasFor(viewer, 'bottom'), myPage].map((area) => {
        const isActive = isIn(area, pathname)
        const Icon = isActive ? area.activeIcon : area.icon
        return (
          <Link key={area.to} to={area.to} aria-current={isActive ? 'page' : undefined}>
            <Icon aria-hidden fontSize="1.5rem" />
            {area.label}
            {area.hasTaskCount && <TaskCount />}
          </Link>
        )
      })}
    </nav>
  )
}
