import { ArrowLeftIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { Link, NavLink } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { organizationQuery } from '../components/viewer/viewer-queries.ts'
import { paths } from '../lib/paths.ts'
import { app_areas, app_back, app_toFrontPage } from '../messages/messages.js'
import { areasFor } from './areas.ts'
import { Logo } from './logo.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SearchForm } from './search-form.tsx'
import css from './top-bar.module.css'
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
  useAccent(organization?.branding.accentColor, organization !== undefined)

  return (
    <header className={css.bar}>
      <div className={css.inner}>
        {backTo && (
          <Link to={backTo} className={css.back} aria-label={app_back()}>
            <ArrowLeftIcon aria-hidden fontSize="1.5rem" />
          </Link>
        )}
        <Link to={paths.home()} className={css.brand} aria-label={app_toFrontPage()}>
          <Logo className={css.logo} />
          <span className={css.wordmark}>Tunet</span>
        </Link>
        {isWide && <p className={css.municipality}>{organization?.displayName}</p>}
        {isWide && (
          <nav className={css.areas} aria-label={app_areas()}>
            {areasFor(viewer).map((area) => (
              <NavLink key={area.to} to={area.to} end>
                {area.label}
              </NavLink>
            ))}
          </nav>
        )}
        <SearchForm isWide={isWide} />
        <PersonMenu viewer={viewer} />
      </div>
    </header>
  )
}
