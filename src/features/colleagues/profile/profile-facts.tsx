import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { User } from '#api/users/contract.ts'
import { formatPhone, phoneAddress } from '../../../lib/phone.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { colleagueQueries } from '../queries.ts'
import styles from './profile.module.css'

interface Fact {
  name: string
  value: ReactNode
}

/** What is known of a person; what is not, has no empty row. */
export function ProfileFacts({ person }: { person: User }) {
  const { data: manager } = useQuery(colleagueQueries.manager(person.id))
  const numbers = [person.mobilePhone, ...person.businessPhones].filter((number) => number !== null)
  const facts: (Fact | false | null | undefined)[] = [
    person.responsibilities.length > 0 && {
      name: m.profile_askAbout(),
      value: person.responsibilities.join(', '),
    },
    manager && {
      name: m.profile_leader(),
      value: <Link to={paths.colleague(manager.id)}>{manager.displayName}</Link>,
    },
    person.orgUnitId !== null && {
      name: m.profile_unit(),
      value: <Link to={paths.unit(person.orgUnitId)}>{person.department}</Link>,
    },
    person.officeLocation !== null && { name: m.profile_place(), value: person.officeLocation },
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
