import type { AppRole } from '#api/roles.ts'
import type { SeedUnit } from './org-units.ts'

/** A main position to be filled by one person. */
export interface Job {
  unit: SeedUnit
  /** As the pay register writes it. */
  title: string
  /** As people say it. */
  jobTitle: string
  percentage: number
  isLeader: boolean
  /** Without a PC of one's own. */
  isDeskless: boolean
  appRoles: readonly AppRole[]
}

/** The main positions directly in a unit: the leader first, apprentices last. */
export function jobsOf(unit: SeedUnit): Job[] {
  const { leader, positions = [], apprentices } = unit.plan
  const jobs: Job[] = []
  if (leader) jobs.push(job(unit, { title: leader, percentage: 100, isLeader: true }))
  for (const [title, people, average, isDeskless = false] of positions)
    for (const percentage of percentagesAround(average, people))
      jobs.push(job(unit, { title, percentage, isDeskless }))
  const [people, trade] = apprentices ?? [0]
  for (let index = 0; index < people; index++)
    jobs.push(
      job(unit, { title: 'Lærling', jobTitle: `Lærling i ${trade}`, percentage: 100, isDeskless: true }),
    )
  return jobs
}

function job(unit: SeedUnit, facts: Pick<Job, 'title' | 'percentage'> & Partial<Job>): Job {
  const { title } = facts
  return {
    unit,
    jobTitle: plainTitles[title] ?? title,
    isLeader: false,
    isDeskless: false,
    appRoles: rolesByTitle[title] ?? [],
    ...facts,
  }
}

/** Whole percentages whose mean is exactly `average`: pairs as far above as below it. */
function percentagesAround(average: number, people: number): number[] {
  const room = Math.min(100 - average, average - 5)
  const spreads = [10, 25, 0, 20, 15].map((spread) => Math.min(spread, room))
  return Array.from({ length: people }, (_, index) => {
    if (people % 2 === 1 && index === people - 1) return average
    // The remainder is an index of the list.
    const spread = spreads[Math.floor(index / 2) % spreads.length]!
    return index % 2 === 0 ? average + spread : average - spread
  })
}

const plainTitles: Record<string, string> = {
  'Fagarbeider (helsefagarbeider)': 'Helsefagarbeider',
  'Fagarbeider (barne- og ungdomsarbeider)': 'Barne- og ungdomsarbeider',
  'Vaktmester (byggdrifter)': 'Vaktmester',
  'Turnuslege (LIS1)': 'Turnuslege',
  Adjunkt: 'Lærer',
  'Adjunkt med tilleggsutdanning': 'Lærer',
  'Avdelingsleder natt': 'Avdelingsleder',
}

const rolesByTitle: Record<string, readonly AppRole[]> = {
  Kommunikasjonsleder: ['Editor'],
  Kommunikasjonsrådgiver: ['Editor'],
  Webredaktør: ['Editor'],
  Stabssjef: ['Crisis'],
  Beredskapskoordinator: ['Crisis'],
  'HR-leder': ['HR'],
  'HR-rådgiver': ['HR'],
  Hovedverneombud: ['SafetyRep'],
  Hovedtillitsvalgt: ['UnionRep'],
  Kvalitetsrådgiver: ['Quality'],
  Servicekontorleder: ['ServiceDesk'],
  Servicekonsulent: ['ServiceDesk'],
}
