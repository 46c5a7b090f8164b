import { ArrowLeftIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { organizationQuery } from '../components/viewer/viewer-queries.ts'
import { paths } from '../lib/paths.ts'
import { m } from '../messages/messages.js'
import { areasFor, isIn } from './areas.ts'
import { Logo } from './logo.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SearchButton } from './search-button.tsx'
import { TaskCount } from './task-count.tsx'
import styles from './top-bar.module.css'
import { useAccent } from './use-accent.ts'

interface TopBarProps {
  viewer: Me
  isWide: boolean
  /** Where the arrow leads, on phones. */
  backTo?: string
}

/** The bar on top: who we are, where one can go, search, and the person. */
export function TopBar({ viewer, isWide, backTo }: TopBarProps) {
  const { data: organization } = useQuery(organizationQuery)
  const { pathname } = useLocation()
  useAccent(organization?.branding.accentColor, organization !== undefined)

  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        {backTo && (
          <Link to={backTo} className={styles.back} aria-label={m.app_back()}>
            <ArrowLeftIcon aria-hidden fontSize="1.5rem" />
          </Link>
        )}
        <Link to={paths.home()} className={styles.brand} aria-label={m.app_toFrontPage()}>
          <Logo className={styles.logo} />
          <span className={styles.wordmark}>Tunet</span>
        </Link>
        {isWide && <p className={styles.municipality}>{organization?.displayName}</p>}
        {isWide && (
          <nav className={styles.areas} aria-label={m.app_areas()}>
            {areasFor(viewer, 'top').map((area) => (
              <Link key={area.to} to={area.to} aria-current={isIn(area, pathname) ? 'page' : undefined}>
                {area.label}
                {area.hasTaskCount && <TaskCount />}
              </Link>
            ))}
          </nav>
        )}
        <SearchButton isWide={isWide} />
        <PersonMenu viewer={viewer} />
      </div>
    </header>
  )
}
