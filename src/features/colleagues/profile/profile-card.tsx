import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { User } from '#api/users/contract.ts'
import { PersonPhoto } from '../../../components/person-photo/person-photo.tsx'
import { unitQueries } from '../queries.ts'
import { ContactButtons } from './contact-buttons.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import styles from './profile.module.css'

interface ProfileCardProps {
  person: User
  /** The name, as the page's heading or as one below it. */
  heading: ReactNode
}

/** Who somebody is, the ways to reach them, and what one can ask them about. */
export function ProfileCard({ person, heading }: ProfileCardProps) {
  return (
    <>
      <div className={styles.head}>
        <PersonPhoto person={person} size="profile" />
        <div className={styles.words}>
          {heading}
          {person.jobTitle !== null && <p>{person.jobTitle}</p>}
          <UnitPath person={person} />
        </div>
      </div>
      <ContactButtons person={person} />
      <ProfileFacts person={person} />
    </>
  )
}

/** The unit and the one above it, by which people know it. */
function UnitPath({ person }: { person: User }) {
  const { data: unit } = useQuery({
    ...unitQueries.detail(person.orgUnitId ?? ''),
    enabled: person.orgUnitId !== null,
  })
  const names = [person.department, unit?.parentName].filter(Boolean)
  return <p className={styles.meta}>{names.join(' · ')}</p>
}
