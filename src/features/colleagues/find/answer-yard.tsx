import { PhoneIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ChainLink } from '#api/reachability/contract.ts'
import { presenceQueries } from '../../../components/presence/presence-queries.ts'
import { formatPhone, numberToCall, phoneAddress } from '../../../lib/phone.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { useRested } from '../../../ui/use-rested.ts'
import { Yard } from '../../../ui/yard.tsx'
import type { Colleague } from '../queries.ts'
import { personAnswer, subjectAnswer, type Answer } from './answer.ts'
import { isNamed } from './match.ts'
import styles from './answer-yard.module.css'

/** How long what was found rests before it is answered, in milliseconds. */
const rest = 300
/** Fewest letters of a subject: shorter words stand in all of them. */
const minSubject = 3

interface AnswerYardProps {
  /** What was searched for, and whom that found. */
  search: string
  people: readonly Colleague[]
  count: number
}

/** The answer: whom to call now about what was searched for, or instead of whom. Read aloud when the typing rests. */
export function AnswerYard({ search, people, count }: AnswerYardProps) {
  const answer = useAnswer(search, people, count)
  return (
    <div aria-live="polite">
      {answer && (
        <Yard title={answer.title} above={answer.question}>
          {answer.lines.length > 0 && <p>{answer.lines.join(' ')}</p>}
          <CallButton callee={answer.callee} />
          <Next answer={answer} />
        </Yard>
      )}
    </div>
  )
}

/** Follows a moment after what was found. */
function useAnswer(search: string, people: readonly Colleague[], count: number): Answer | undefined {
  const asked = useRested(search, rest)
  const isSettled = asked === search
  const person = personAsked(search, people, count)
  const byPerson = useQuery({
    ...presenceQueries.person(person?.id ?? ''),
    enabled: isSettled && person !== undefined,
  })
  const bySubject = useQuery({
    ...presenceQueries.subject(search),
    enabled: isSettled && person === undefined && search.length >= minSubject && /\p{L}/u.test(search),
  })
  if (!isSettled) return undefined
  if (person !== undefined) return byPerson.data && personAnswer(byPerson.data)
  return bySubject.data && subjectAnswer(bySubject.data)
}

/** The one person that is meant: alone in being so named, or alone in being found. */
function personAsked(search: string, people: readonly Colleague[], count: number): Colleague | undefined {
  const named = people.filter(({ displayName }) => isNamed(displayName, search))
  if (named.length === 1) return named[0]
  return named.length === 0 && count === 1 ? people[0] : undefined
}

function CallButton({ callee }: { callee: ChainLink | undefined }) {
  if (callee === undefined) return null
  const number = numberToCall(callee.user)
  if (number === undefined) {
    return (
      <Link to={paths.colleague(callee.user.id)} className="ds-button" data-color="accent">
        {m.answer_seeProfile({ name: callee.user.displayName })}
      </Link>
    )
  }
  return (
    <a
      href={phoneAddress(number)}
      className={`ds-button ${styles.call}`}
      data-color="accent"
      aria-label={m.colleagues_callNumber({ name: callee.user.displayName, number: formatPhone(number) })}
    >
      <PhoneIcon aria-hidden fontSize="1.25rem" />
      {m.profile_call({ number: formatPhone(number) })}
    </a>
  )
}

/** «Svarer ikke Ola? Prøv Siri Dahle, så servicekontoret.» */
function Next({ answer: { callee, next } }: { answer: Answer }) {
  if (callee === undefined || next.length === 0) return null
  return (
    <p>
      {m.answer_noReply({ name: callee.user.givenName })}{' '}
      {next.map((link, index) => (
        <span key={link.user.id}>
          {index > 0 && m.answer_then()}
          <Link to={paths.colleague(link.user.id)}>
            {link.why === 'serviceDesk'
              ? m.answer_atDesk({ name: link.user.displayName })
              : link.user.displayName}
          </Link>
        </span>
      ))}
      .
    </p>
  )
}
