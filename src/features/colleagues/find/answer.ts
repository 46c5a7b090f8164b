import type { ChainLink, Reachability, SubjectReachability } from '#api/reachability/contract.ts'
import { presenceText } from '../../../components/presence/presence-text.ts'
import { m } from '../../../messages/messages.js'

/** What stands on the yard: whom to call now, why, and whom else. */
export interface Answer {
  question: string
  title: string
  /** More about it, a sentence each. */
  lines: string[]
  /** Whom the button calls. */
  callee: ChainLink | undefined
  /** Who is asked for, when it is somebody else who can be called. */
  asked: ChainLink | undefined
  /** Whom to try when the callee does not answer, in order. */
  next: ChainLink[]
}

/** Most people named after the first: the next one, and where the chain ends. */
const maxNext = 2

/** Who can be called about a subject. Undefined when nobody answers for it. */
export function subjectAnswer({ subject, callNow, chain }: SubjectReachability): Answer | undefined {
  const owners = chain.filter(({ why }) => why === 'person' || why === 'sameSubject')
  const [owner] = owners
  if (owner === undefined) return undefined
  const question = m.answer_needSubject({ subject })
  const away = owners.filter((one) => one.user.id !== callNow?.user.id && one.status !== 'available')
  if (callNow !== null) {
    const place = owners.findIndex(({ user }) => user.id === callNow.user.id)
    // Only one who would have been called before is worth a sentence.
    const passed = place === -1 ? owner : owners.slice(0, place).find((one) => away.includes(one))
    return {
      question,
      title: callTitle(callNow),
      lines: [
        ...(passed === undefined ? [] : [butLine(passed, subject)]),
        ...(callNow.status === 'unknown' ? [stateLine(callNow)] : []),
        ...(place === -1 ? [whyLine(callNow, owner)] : []),
      ],
      callee: callNow,
      asked: passed,
      next: after(chain, callNow),
    }
  }
  const soonest = away
    .filter((one) => one.availableFrom !== null)
    .toSorted((a, b) => (a.availableFrom ?? '').localeCompare(b.availableFrom ?? ''))[0]
  const callee = chain.at(-1)
  return {
    question,
    title: m.answer_nobodyOnSubject({ subject }),
    lines: [
      ...(soonest === undefined ? [] : [stateLine(soonest)]),
      ...(callee === undefined ? [] : [whyLine(callee, owner)]),
    ],
    callee,
    asked: soonest,
    next: [],
  }
}

/** Whether a person can be called, and who instead. */
export function personAnswer({ chain }: Reachability): Answer | undefined {
  const [person, ...others] = chain
  if (person === undefined) return undefined
  const question = m.answer_needPerson({ name: person.user.displayName })
  if (person.status === 'available' || person.status === 'unknown') {
    const title =
      person.status === 'available'
        ? m.answer_isAvailable({ name: person.user.displayName })
        : presenceText(person, person.user.givenName)
    return { question, title, lines: [], callee: person, asked: undefined, next: after(chain, person) }
  }
  const callee =
    others.find(({ status }) => status === 'available') ??
    others.find(({ status }) => status === 'unknown') ??
    others.at(-1)
  return {
    question,
    title: callee === undefined ? stateLine(person) : callTitle(callee),
    lines: callee === undefined ? [] : [stateLine(person), whyLine(callee, person)],
    callee,
    asked: person,
    next: callee === undefined ? [] : after(chain, callee),
  }
}

/** «Ring Ola Lie. Ola er ledig nå.» */
const callTitle = ({ user, status }: ChainLink) =>
  status === 'available'
    ? m.answer_callAvailable({ name: user.displayName, givenName: user.givenName })
    : m.answer_call({ name: user.displayName })

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** «Kari Moen er opptatt til kl. 12:30.» */
const stateLine = (link: ChainLink) =>
  link.status === 'unknown'
    ? `${presenceText(link, link.user.displayName)}.`
    : m.answer_state({ name: link.user.displayName, state: lower(presenceText(link, link.user.givenName)) })

/** «Kari Moen har ansvar for byggesak, men er opptatt til kl. 12:30.» */
const butLine = (link: ChainLink, subject: string) =>
  link.status === 'unknown'
    ? stateLine(link)
    : m.answer_responsibleBut({
        name: link.user.displayName,
        subject,
        state: lower(presenceText(link, link.user.givenName)),
      })

/** What somebody has to do with the one who was asked for. */
function whyLine(link: ChainLink, person: ChainLink): string {
  const names = { name: link.user.displayName, person: person.user.displayName }
  switch (link.why) {
    case 'substitute':
      return m.answer_whySubstitute(names)
    case 'sameSubject':
      return m.answer_whySameSubject(names)
    case 'leader':
      return m.answer_whyLeader(names)
    case 'serviceDesk':
      return m.answer_whyServiceDesk(names)
    case 'person':
      return ''
  }
}

/** Those in the chain after one who can be tried: the next, and the last, who always answers. */
function after(chain: readonly ChainLink[], link: ChainLink): ChainLink[] {
  const place = chain.findIndex(({ user }) => user.id === link.user.id)
  const rest = chain
    .slice(place + 1)
    .filter(({ status, why }) => why === 'serviceDesk' || status === 'available' || status === 'unknown')
  return rest.length <= maxNext ? rest : [...rest.slice(0, maxNext - 1), ...rest.slice(-1)]
}
