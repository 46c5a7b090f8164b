import { PhoneIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { PersonPhoto } from '../../../components/person-photo/person-photo.tsx'
import { PersonPresence } from '../../../components/presence/person-presence.tsx'
import { formatPhone, numberToCall, phoneAddress } from '../../../lib/phone.ts'
import { m } from '../../../messages/messages.js'
import type { Colleague } from '../queries.ts'
import { MarkedText } from './marked-text.tsx'
import { isHit, matchingDigits, matchingParts } from './match.ts'
import styles from './hit-row.module.css'

interface HitRowProps {
  person: Colleague
  /** What was searched for is marked; empty when nothing was. */
  search: string
  /** Where the name leads. */
  address: string
  /** The profile is shown beside the list. */
  isChosen: boolean
}

/** One colleague in a list: who it is, why it was found, and a button to call. */
export function HitRow({ person, search, address, isChosen }: HitRowProps) {
  const { displayName, jobTitle, department } = person
  const number = numberToCall(person)
  const isSplit = jobTitle !== null && department !== null
  return (
    <div className={styles.row} data-chosen={isChosen || undefined}>
      <PersonPhoto person={person} />
      <div className={styles.words}>
        <Link to={address} preventScrollReset aria-current={isChosen || undefined} className={styles.name}>
          <MarkedText parts={matchingParts(displayName, search)} />
        </Link>
        <p className={styles.meta}>
          <MarkedText parts={matchingParts(jobTitle ?? '', search)} />
          {isSplit && ', '}
          <MarkedText parts={matchingParts(department ?? '', search)} />
        </p>
        <WhyFound person={person} search={search} />
        <PersonPresence person={person} />
      </div>
      {number !== undefined && (
        <a
          href={phoneAddress(number)}
          className={styles.call}
          aria-label={m.colleagues_callNumber({ name: displayName, number: formatPhone(number) })}
        >
          <PhoneIcon aria-hidden fontSize="1.5rem" />
        </a>
      )}
    </div>
  )
}

/** The subject or the number that was searched for, when it is neither in the name nor beside it. */
function WhyFound({ person, search }: { person: Colleague; search: string }) {
  if (search === '') return null
  if (/^[\d\s+]{3,}$/.test(search)) {
    const digits = search.replaceAll(/\D/g, '')
    const numbers = [person.mobilePhone, ...person.businessPhones].filter((number) => number !== null)
    const number = numbers.find((one) => one.replaceAll(/\D/g, '').includes(digits))
    if (number === undefined) return null
    return (
      <p className={styles.meta}>
        <MarkedText parts={matchingDigits(formatPhone(number), search)} />
      </p>
    )
  }
  const shown = [person.displayName, person.jobTitle ?? '', person.department ?? '']
  if (shown.some((text) => isHit(text, search))) return null
  const subjects = person.responsibilities.filter((subject) => isHit(subject, search))
  if (subjects.length === 0) return null
  return (
    <p className={styles.meta}>
      {m.colleagues_askAbout()} <MarkedText parts={matchingParts(subjects.join(', '), search)} />
    </p>
  )
}
