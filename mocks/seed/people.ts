import { demoPeople, disabledPerson, type DemoPerson } from './demo-people.ts'
import { jobsOf, type Job } from './jobs.ts'
import { drawName, longName, userNames, type PersonName } from './names.ts'
import { unitNamed, type SeedUnit } from './org-units.ts'
import { randomFor, uuidFor, type Random } from './random.ts'
import type { WorkField } from './unit-plan.ts'

/** An employee, present or former, with the main position. */
export interface SeedPerson extends PersonName {
  id: string
  userPrincipalName: string
  job: Job
  mail: string | null
  mobilePhone: string | null
  businessPhones: string[]
  employeeId: string
  isEnabled: boolean
  preferredLanguage: 'nb' | 'nn' | 'en'
  /** One of the fixed people, who keep exactly what demo-people.ts says. */
  isDemo: boolean
}

const domain = 'elvestrand.example'

/** Share of women in each kind of work. */
const women: Record<WorkField, number> = {
  kindergarten: 0.92,
  school: 0.75,
  health: 0.87,
  technical: 0.2,
  cleaning: 0.8,
  administration: 0.62,
  fire: 0.08,
}

/** Former employees whose account is still there, disabled: share of all employees, 0–1. */
const leftLastYear = 0.09

/** Everyone in main positions, and those who left last year. Sets the leader of each unit that has one. */
export function peopleIn(units: readonly SeedUnit[]): SeedPerson[] {
  const random = randomFor('people')
  const jobs = units.flatMap(jobsOf)
  const fixed = new Map(demoPeople.map((demo) => [jobOf(demo, units, jobs), demo]))
  const names = nameSource(random)
  const userName = userNames([...demoPeople, disabledPerson].map((demo) => demo.key))

  const employees = jobs.map((job, index): SeedPerson => {
    const demo = fixed.get(job)
    const person = demo
      ? fixedPerson(demo, job, index)
      : drawnPerson(random, names(job), job, index, userName)
    if (job.isLeader) job.unit.leaderId = person.id
    return person
  })
  const ordinary = jobs.filter((job) => !job.isLeader)
  const former = Array.from({ length: Math.round(jobs.length * leftLastYear) }, (_, index): SeedPerson => {
    const number = jobs.length + index
    const person =
      index === 0
        ? fixedPerson(disabledPerson, jobOf(disabledPerson, units, jobs), number)
        : drawnPerson(random, names(random.pick(ordinary)), random.pick(ordinary), number, userName)
    return { ...person, isEnabled: false }
  })
  return [...employees, ...former]
}

/** The job in the organisation that a fixed person has. @throws RangeError when there is none. */
function jobOf(demo: DemoPerson, units: readonly SeedUnit[], jobs: readonly Job[]): Job {
  const unit = unitNamed(units, demo.orgUnit)
  const job = jobs.find(
    (candidate) =>
      candidate.unit === unit &&
      (demo.position === 'leader' ? candidate.isLeader : candidate.title === demo.position),
  )
  if (!job) throw new RangeError(`No position for ${demo.key}.`)
  return job
}

/** Draws names by the job's share of women. Two of all are very long; none is a demo person's. */
function nameSource(random: Random) {
  const reserved = new Set([...demoPeople, disabledPerson].map((demo) => demo.displayName))
  let drawn = 0
  let long = 0
  return (job: Job): PersonName => {
    drawn++
    const isWoman = random.chance(women[job.unit.field])
    const candidate = drawn % 400 === 0 ? longName(long++) : undefined
    if (candidate) return candidate
    let name = drawName(random, isWoman)
    while (reserved.has(name.displayName)) name = drawName(random, isWoman)
    return name
  }
}

function fixedPerson(demo: DemoPerson, job: Job, index: number): SeedPerson {
  const { id, userPrincipalName, displayName, givenName, surname, jobTitle, appRoles } = demo
  return {
    id,
    userPrincipalName,
    displayName,
    givenName,
    surname,
    job: { ...job, jobTitle, appRoles },
    mail: userPrincipalName,
    ...phones(index, { mobile: true, desk: !job.isDeskless }),
    employeeId: employeeId(index),
    isEnabled: true,
    preferredLanguage: 'nb',
    isDemo: true,
  }
}

function drawnPerson(
  random: Random,
  name: PersonName,
  job: Job,
  index: number,
  userName: (name: PersonName) => string,
): SeedPerson {
  const userPrincipalName = `${userName(name)}@${domain}`
  // Some of those who never sit at a desk have neither e-mail nor a phone in the directory.
  const isUnreachable = job.isDeskless && random.chance(0.03)
  const mobile = !isUnreachable && random.chance(job.isDeskless ? 0.85 : 0.7)
  const language = random.next()
  return {
    ...name,
    id: uuidFor(`user ${index}`),
    userPrincipalName,
    job,
    mail: isUnreachable ? null : userPrincipalName,
    ...phones(index, { mobile, desk: !job.isDeskless }),
    employeeId: employeeId(index),
    isEnabled: true,
    preferredLanguage: language < 0.08 ? 'nn' : language < 0.1 ? 'en' : 'nb',
    isDemo: false,
  }
}

const employeeId = (index: number) => String(100_001 + index)

/** Eight digits in series that no subscriber has to our knowledge; different for each person. */
function phones(index: number, has: { mobile: boolean; desk: boolean }) {
  // A prime modulus and another factor: every index below it gives a different number.
  const digits = String((index * 7919 + 1234) % 999_983).padStart(6, '0')
  return { mobilePhone: has.mobile ? `29${digits}` : null, businessPhones: has.desk ? [`60${digits}`] : [] }
}
