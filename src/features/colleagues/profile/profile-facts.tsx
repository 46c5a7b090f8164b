import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Absence } from '#api/absences/contract.ts'
import type { UserProfile } from '#api/users/contract.ts'
import { formatPhone, phoneAddress } from '../../../lib/phone.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { colleagueQueries } from '../queries.ts'
import { absenceText, isWholeDay } from './absence-text.ts'
import styles from './profile.module.css'

interface Fact {
  name: string
  value: ReactNode
}

interface ProfileFactsProps {
  person: UserProfile
  /** What the viewer may change stands elsewhere. */
  isEditable?: boolean
}

/** What is known of a person; what is not, has no empty row. */
export function ProfileFacts({ person, isEditable = false }: ProfileFactsProps) {
  const { data: manager } = useQuery(colleagueQueries.manager(person.id))
  const { data: absences = [] } = useQuery(colleagueQueries.absences(person.id))
  const { canEdit, canEditResponsibilities } = person.permissions
  const isAboutElsewhere = isEditable && canEdit
  const numbers = [person.mobilePhone, ...person.businessPhones].filter((number) => number !== null)
  const coming = absences.filter(isWholeDay)
  const facts: (Fact | false | null | undefined)[] = [
    !isAboutElsewhere &&
      person.aboutMe !== null && {
        name: m.profile_aboutMe(),
        value: <span className={styles.about}>{person.aboutMe}</span>,
      },
    !(isEditable && canEditResponsibilities) &&
      person.responsibilities.length > 0 && {
        name: m.profile_askAbout(),
        value: person.responsibilities.join(', '),
      },
    !isAboutElsewhere &&
      person.skills.length > 0 && { name: m.profile_skills(), value: person.skills.join(', ') },
    manager && {
      name: m.profile_leader(),
      value: <Link to={paths.colleague(manager.id)}>{manager.displayName}</Link>,
    },
    substituteFact(person, absences),
    person.positions.length > 1
      ? { name: m.profile_positions(), value: <Positions person={person} /> }
      : person.orgUnitId !== null && {
          name: m.profile_unit(),
          value: <Link to={paths.unit(person.orgUnitId)}>{person.department}</Link>,
        },
    person.officeLocation !== null && { name: m.profile_place(), value: person.officeLocation },
    coming.length > 0 && {
      name: m.profile_comingAbsence(),
      value: coming.map((absence) => <p key={absence.id}>{absenceText(absence)}</p>),
    },
    numbers.length > 0 && {
      name: m.profile_phone(),
      value: numbers.map((number) => (
        <a key={number} href={phoneAddress(number)} className={styles.number}>
          {formatPhone(number)}
        </a>
      )),
    },
    person.mail !== null && {
      name: m.profile_mail(),
      value: <a href={`mailto:${person.mail}`}>{person.mail}</a>,
    },
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => typeof fact === 'object' && fact !== null)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Who stands in during the next absence somebody has said yes to. */
function substituteFact(person: UserProfile, absences: readonly Absence[]): Fact | undefined {
  const substitute = absences.find(({ substituteStatus }) => substituteStatus === 'accepted')?.substitute
  if (!substitute) return undefined
  return {
    name: m.profile_substitute(),
    value: (
      <>
        <Link to={paths.colleague(substitute.id)}>{substitute.displayName}</Link>{' '}
        {m.profile_whenAway({ name: person.givenName })}
      </>
    ),
  }
}

/** Each of several positions: the title, where, and how much of a week. */
function Positions({ person }: { person: UserProfile }) {
  return person.positions.map(({ orgUnitId, orgUnitName, title, percentage }) => (
    <p key={`${orgUnitId} ${title}`}>
      {title}, <Link to={paths.unit(orgUnitId)}>{orgUnitName}</Link>, {m.profile_percent({ percentage })}
    </p>
  ))
}
