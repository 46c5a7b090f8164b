import { languageOf, type Language } from '../outgoing/texts.ts'
import { addDays, daysBetween, osloDay } from '../time/oslo.ts'
import type { ChainReason } from './contract.ts'
import { isReachable, type LinkFact } from './reachability.ts'

/** A link with the name to say. */
export interface NamedLink extends Pick<LinkFact, 'why' | 'status' | 'availableFrom' | 'availableUntil'> {
  displayName: string
}

interface Words {
  available: (name: string) => string
  until: (when: string) => string
  unknown: (name: string) => string
  busy: (name: string) => string
  away: (name: string) => string
  offHours: (name: string) => string
  back: (when: string) => string
  callInstead: (name: string, who: string) => string
  callFirst: (name: string, who: string, when: string) => string
  callAnyway: (name: string, who: string) => string
  call: (name: string, who: string) => string
  next: (name: string, who: string) => string
  nobodyFor: (subject: string) => string
  who: Record<ChainReason, string>
  tomorrow: string
  at: (time: string) => string
}

const words: Record<Language, Words> = {
  nb: {
    available: (name) => `${name} er ledig`,
    until: (when) => `til ${when}`,
    unknown: (name) => `Vi vet ikke om ${name} er på jobb nå.`,
    busy: (name) => `${name} er opptatt`,
    away: (name) => `${name} er ikke til stede.`,
    offHours: (name) => `${name} er ikke på jobb nå.`,
    back: (when) => `Tilbake ${when}.`,
    callInstead: (name, who) => `Ring heller ${name} (${who}).`,
    callFirst: (name, who, when) => `Først tilbake er ${name} (${who}), ${when}.`,
    callAnyway: (name, who) => `Prøv ${name} (${who}).`,
    call: (name, who) => `Ring ${name} (${who}).`,
    next: (name, who) => `Neste: ${name} (${who}).`,
    nobodyFor: (subject) => `Ingen har «${subject}» som fagområde.`,
    who: {
      person: 'personen selv',
      substitute: 'stedfortreder',
      sameSubject: 'samme fagområde',
      leader: 'leder',
      serviceDesk: 'servicekontoret',
    },
    tomorrow: 'i morgen',
    at: (time) => `kl. ${time}`,
  },
  nn: {
    available: (name) => `${name} er ledig`,
    until: (when) => `til ${when}`,
    unknown: (name) => `Vi veit ikkje om ${name} er på jobb no.`,
    busy: (name) => `${name} er oppteken`,
    away: (name) => `${name} er ikkje til stades.`,
    offHours: (name) => `${name} er ikkje på jobb no.`,
    back: (when) => `Tilbake ${when}.`,
    callInstead: (name, who) => `Ring heller ${name} (${who}).`,
    callFirst: (name, who, when) => `Først tilbake er ${name} (${who}), ${when}.`,
    callAnyway: (name, who) => `Prøv ${name} (${who}).`,
    call: (name, who) => `Ring ${name} (${who}).`,
    next: (name, who) => `Neste: ${name} (${who}).`,
    nobodyFor: (subject) => `Ingen har «${subject}» som fagområde.`,
    who: {
      person: 'personen sjølv',
      substitute: 'stadfortredar',
      sameSubject: 'same fagområde',
      leader: 'leiar',
      serviceDesk: 'servicekontoret',
    },
    tomorrow: 'i morgon',
    at: (time) => `kl. ${time}`,
  },
  en: {
    available: (name) => `${name} is available`,
    until: (when) => `until ${when.replace(/^at /, '')}`,
    unknown: (name) => `We do not know whether ${name} is at work now.`,
    busy: (name) => `${name} is busy`,
    away: (name) => `${name} is away.`,
    offHours: (name) => `${name} is not at work now.`,
    back: (when) => `Back ${when}.`,
    callInstead: (name, who) => `Call ${name} instead (${who}).`,
    callFirst: (name, who, when) => `First back is ${name} (${who}), ${when}.`,
    callAnyway: (name, who) => `Try ${name} (${who}).`,
    call: (name, who) => `Call ${name} (${who}).`,
    next: (name, who) => `Next: ${name} (${who}).`,
    nobodyFor: (subject) => `Nobody has “${subject}” as a subject.`,
    who: {
      person: 'the person',
      substitute: 'substitute',
      sameSubject: 'same subject',
      leader: 'leader',
      serviceDesk: 'service desk',
    },
    tomorrow: 'tomorrow',
    at: (time) => `at ${time}`,
  },
}

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** A moment as one says it now: «kl. 12:30», «i morgen kl. 08:00», «mandag kl. 08:00», «7. april kl. 08:00». */
export function momentInWords(language: Language, moment: Date, now: Date): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/Oslo', ...options }).format(moment)
  const { at, tomorrow } = words[language]
  const time = at(format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }))
  const today = osloDay(now)
  const day = osloDay(moment)
  if (day === today) return time
  if (day === addDays(today, 1)) return `${tomorrow} ${time}`
  if (daysBetween(today, day) < 7) return `${format({ weekday: 'long' })} ${time}`
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return `${format({ day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) })} ${time}`
}

/** How it is with one person, in a sentence or two. Never why they are away. */
function statusInWords(language: Language, link: NamedLink, now: Date): string {
  const say = words[language]
  const { displayName: name, status, availableFrom, availableUntil } = link
  const when = (moment: Date) => momentInWords(language, moment, now)
  const until = (moment: Date | null) => (moment ? ` ${say.until(when(moment))}.` : '.')
  const back = availableFrom ? ` ${say.back(when(availableFrom))}` : ''
  switch (status) {
    case 'available':
      return say.available(name) + until(availableUntil)
    case 'busy':
      return say.busy(name) + until(availableFrom)
    case 'away':
      return say.away(name) + back
    case 'offHours':
      return say.offHours(name) + back
    case 'unknown':
      return say.unknown(name)
  }
}

/**
 * The line that answers «can I reach them, when if not, and whom instead» (features.md K20).
 * @param chain the person first, as `chainFor` makes it.
 */
export function lineFor(language: Language, chain: readonly NamedLink[], now: Date): string {
  const [first, ...others] = chain
  if (!first) return ''
  const status = statusInWords(language, first, now)
  return first.status === 'available' ? status : [status, ...helpFrom(language, others, now)].join(' ')
}

/** The same for a subject. @param chain as `chainForSubject` makes it. */
export function lineForSubject(
  language: Language,
  subject: string,
  chain: readonly NamedLink[],
  now: Date,
): string {
  const say = words[language]
  const [first] = chain
  if (first?.why !== 'sameSubject') {
    const help = chain.filter(isReachable)
    return [say.nobodyFor(subject), ...callOf(language, help[0] ?? first, now)].join(' ')
  }
  const others = chain.slice(1).filter(isReachable)
  // Who has the subject has it as the one who was asked about has: that is said by the subject's name.
  const named = others.map((link) => ({ ...link, who: link.why === 'sameSubject' ? subject : undefined }))
  if (isReachable(first)) {
    const next = named[0]
    const status = statusInWords(language, first, now)
    return [status, ...(next ? [say.next(next.displayName, next.who ?? say.who[next.why])] : [])].join(' ')
  }
  const rest = named.length > 0 ? named : chain.slice(1, 2)
  return [statusInWords(language, first, now), ...helpFrom(language, rest, now)].join(' ')
}

/** Whom to call instead, and whom after that. */
function helpFrom(
  language: Language,
  links: readonly (NamedLink & { who?: string | undefined })[],
  now: Date,
): string[] {
  const say = words[language]
  const whoOf = (link: NamedLink & { who?: string | undefined }) => link.who ?? say.who[link.why]
  const [instead, next] = links
  if (!instead) return []
  if (!isReachable(instead)) return callOf(language, instead, now)
  return [
    say.callInstead(instead.displayName, whoOf(instead)),
    ...(next ? [say.next(next.displayName, whoOf(next))] : []),
  ]
}

function callOf(language: Language, link: NamedLink | undefined, now: Date): string[] {
  const say = words[language]
  if (!link) return []
  const { displayName, why, availableFrom } = link
  if (isReachable(link)) return [say.call(displayName, say.who[why])]
  return availableFrom
    ? [say.callFirst(displayName, say.who[why], momentInWords(language, availableFrom, now))]
    : [say.callAnyway(displayName, say.who[why])]
}

/** The first language of ours a header of `Accept-Language` asks for; undefined for none. Quality is in the order. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  const tags = (header ?? '').slice(0, 200).split(',')
  const ours = tags
    .map((tag) => tag.split(';', 1)[0]?.trim().toLowerCase() ?? '')
    .find((tag) => /^(nb|no|nn|en)(-|$)/.test(tag))
  return ours === undefined ? undefined : languageOf(ours)
}
