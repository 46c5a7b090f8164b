import { PhoneIcon } from '@navikt/aksel-icons'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { maxSubjectQueryLength, type ChainLink } from '#api/reachability/contract.ts'
import { presenceQueries } from '../../../components/presence/presence-queries.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
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
  /** These people were found by this search. */
  isCurrent: boolean
}

/**
 * The answer: whom to call now about what was searched for, or instead of whom. Read aloud when the typing rests; until
 * then the one before stays, with the question it answers.
 */
export function AnswerYard(props: AnswerYardProps) {
  const answer = useAnswer(props)
  const { data: viewer } = useQuery(viewerQuery)
  const [shown, setShown] = useState<Answer | null>(null)
  if (answer !== undefined && JSON.stringify(answer) !== JSON.stringify(shown)) setShown(answer)
  return (
    <div aria-live="polite" className={styles.place}>
      {shown !== null && (
        <Yard title={shown.title} above={shown.question}>
          {shown.lines.length > 0 && <p>{shown.lines.join(' ')}</p>}
          <div className={styles.buttons}>
            <CallButton callee={shown.callee} />
            {shown.asked && shown.asked.user.id !== viewer?.id && (
              <Link
                to={paths.newCallBack({ to: shown.asked.user.id })}
                className="ds-button"
                data-variant="secondary"
              >
                {m.answer_askToCall({ name: shown.asked.user.givenName })}
              </Link>
            )}
          </div>
          <Next answer={shown} />
        </Yard>
      )}
    </div>
  )
}

/** The answer to a search; null when there is none, undefined until that is known. */
function useAnswer({ search, people, count, isCurrent }: AnswerYardProps): Answer | null | undefined {
  const isSettled = useRested(search, rest) === search && isCurrent
  const person = personAsked(search, people, count)
  const isSubject =
    person === undefined &&
    search.length >= minSubject &&
    search.length <= maxSubjectQueryLength &&
    /\p{L}/u.test(search)
  const byPerson = useQuery({
    ...presenceQueries.person(person?.id ?? ''),
    enabled: isSettled && person !== undefined,
  })
  const bySubject = useQuery({ ...presenceQueries.subject(search), enabled: isSettled && isSubject })
  if (!isSettled) return undefined
  if (person !== undefined) return answerOf(byPerson, personAnswer)
  return isSubject ? answerOf(bySubject, subjectAnswer) : null
}

/** What cannot be fetched is left out: the hits still stand. */
function answerOf<Data>(
  query: UseQueryResult<Data>,
  read: (data: Data) => Answer | undefined,
): Answer | null | undefined {
  if (query.data !== undefined) return read(query.data) ?? null
  return query.isError ? null : undefined
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
      aria-label={m.answer_callLabel({ name: callee.user.displayName, number: formatPhone(number) })}
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
