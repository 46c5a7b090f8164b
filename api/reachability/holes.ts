import { addDays, osloTime } from '../time/oslo.ts'
import { hoursOn } from '../time/working-hours.ts'
import type { AbsenceFact, PersonFacts } from './reachability.ts'

/** Of a day's hours one has to be away for so much of them that it counts, 0–1. An hour's meeting leaves no hole. */
const mostOfDay = 0.5

/**
 * Whether somebody is away for most of a day they work. Whose shifts are not known might work at any time, so for them it
 * is most of the day and night.
 * @param day in Oslo: `2026-11-20`
 */
export function isAwayMostOf(day: string, { workdays, absences }: PersonFacts): boolean {
  const hours =
    workdays.length === 0
      ? { start: osloTime(day, '00:00'), end: osloTime(addDays(day, 1), '00:00') }
      : hoursOn(workdays, day)
  if (!hours) return false
  const start = hours.start.getTime()
  const length = hours.end.getTime() - start
  return shareAway(absences, start, hours.end.getTime()) >= mostOfDay * length
}

/** Milliseconds of a time in which there is an absence; what two have in common counts once. */
function shareAway(absences: readonly AbsenceFact[], start: number, end: number): number {
  let covered = 0
  let until = start
  const inOrder = absences.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  for (const { startsAt, endsAt } of inOrder) {
    const from = Math.max(until, startsAt.getTime())
    const to = Math.min(end, endsAt?.getTime() ?? end)
    if (to <= from) continue
    covered += to - from
    until = to
  }
  return covered
}

/**
 * Whether nobody is there for somebody on a day: they are away for most of it, and so is everyone who has said yes to
 * standing in, or nobody has (features.md K26). A substitute not among `people` cannot be counted on.
 */
export function isHole(day: string, person: PersonFacts, people: ReadonlyMap<string, PersonFacts>): boolean {
  if (!isAwayMostOf(day, person)) return false
  const begins = osloTime(day, '00:00')
  const ends = osloTime(addDays(day, 1), '00:00')
  const isCovered = person.absences.some(({ startsAt, endsAt, hasAccepted, substituteId }) => {
    if (!hasAccepted || substituteId === null) return false
    if (startsAt >= ends || (endsAt !== null && endsAt <= begins)) return false
    const substitute = people.get(substituteId)
    return substitute !== undefined && !isAwayMostOf(day, substitute)
  })
  return !isCovered
}
