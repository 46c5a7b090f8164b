import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { UserProfile } from '#api/users/contract.ts'
import { PersonPhoto } from '../../../components/person-photo/person-photo.tsx'
import { presenceQueries } from '../../../components/presence/presence-queries.ts'
import { Presence } from '../../../components/presence/presence.tsx'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { unitQueries } from '../queries.ts'
import { ContactButtons } from './contact-buttons.tsx'
import { ContactCard } from './contact-card.tsx'
import { FavoriteButton } from './favorite-button.tsx'
import { HiddenParts } from './hidden-parts.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import { ProtectionButton } from './protection-dialog.tsx'
import styles from './profile.module.css'

interface ProfileCardProps {
  person: UserProfile
  /** The name, as the page's heading or as one below it. */
  heading: ReactNode
  isOwn: boolean
  /** What the viewer may change has parts of its own below. */
  isEditable?: boolean
  /** Below the photo: what one can do with it. */
  photoTools?: ReactNode
}

/** Who somebody is, whether they are there, the ways to reach them, and what one can ask them about. */
export function ProfileCard({ person, heading, isOwn, isEditable, photoTools }: ProfileCardProps) {
  const { data: presence } = useQuery(presenceQueries.entry(person.id))
  return (
    <>
      <div className={styles.head}>
        <PersonPhoto person={person} size="profile" />
        <div className={styles.words}>
          {heading}
          {person.jobTitle !== null && <p>{person.jobTitle}</p>}
          <UnitPath person={person} />
          <p className={styles.presence}>
            {presence && <Presence state={presence} givenName={person.givenName} isLong />}
          </p>
        </div>
      </div>
      {photoTools}
      {!isOwn && <ContactButtons person={person} />}
      <div className={styles.tools}>
        {!isOwn && <FavoriteButton person={person} />}
        <ContactCard person={person} />
        {person.permissions.canRegisterAbsence && (
          <Link to={isOwn ? paths.absence() : paths.absenceOf(person.id)} className="lone-link">
            {m.profile_registerAbsence()}
          </Link>
        )}
        {person.permissions.canProtect && <ProtectionButton person={person} />}
      </div>
      <HiddenParts protection={person.protection} />
      <ProfileFacts person={person} isEditable={isEditable} />
    </>
  )
}

/** The unit and the one above it, by which people know it. */
function UnitPath({ person }: { person: UserProfile }) {
  const { data: unit } = useQuery({
    ...unitQueries.detail(person.orgUnitId ?? ''),
    enabled: person.orgUnitId !== null,
  })
  const names = [person.department, unit?.parentName].filter(Boolean)
  return <p className={styles.meta}>{names.join(' · ')}</p>
}
