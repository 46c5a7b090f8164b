import type { SeedPerson } from './people.ts'
import { unitNamed, withAncestors, type SeedUnit } from './org-units.ts'
import { randomFor, uuidFor } from './random.ts'

/** A position of one person in one unit. */
export interface SeedPosition {
  id: string
  userId: string
  unit: SeedUnit
  title: string
  percentage: number
  isPrimary: boolean
}

/** Employees with two positions: share of all, 0–1. */
const withTwoPositions = 0.06

/** Every position. Also makes two leaders lead a second department, which has none of its own. */
export function positionsOf(people: readonly SeedPerson[], units: readonly SeedUnit[]): SeedPosition[] {
  const positions = new Map(people.map((person) => [person.id, mainPosition(person)]))
  const second: SeedPosition[] = []
  const add = (person: SeedPerson, main: number, unit: SeedUnit, title: string, percentage: number) => {
    positions.set(person.id, { ...mainPosition(person), percentage: main })
    second.push({
      ...mainPosition(person),
      id: positionId(person, 2),
      unit,
      title,
      percentage,
      isPrimary: false,
    })
  }
  const employees = people.filter((person) => person.isEnabled)

  for (const [own, other] of ledTogether) {
    const leader = employees.find(({ job }) => job.isLeader && job.unit === unitNamed(units, own))
    const unit = unitNamed(units, other)
    if (!leader) throw new RangeError(`Nobody leads ${own.join(' / ')}.`)
    unit.leaderId = leader.id
    add(leader, 60, unit, leader.job.title, 40)
  }
  for (const { from, title, main, to, other, percentage } of twoUnits) {
    const unit = unitNamed(units, from)
    const person = employees.find(
      ({ job }) => job.unit === unit && job.title === title && (job.isLeader || job.percentage === main),
    )
    if (!person) throw new RangeError(`Nobody is ${title} in ${from.join(' / ')}.`)
    add(person, main, unitNamed(units, to), other, percentage)
  }
  drawSecondPositions(employees, units, second.length).forEach((draw) => add(...draw))
  return [...positions.values(), ...second]
}

const positionId = (person: SeedPerson, number: number) => uuidFor(`position ${person.employeeId} ${number}`)

const mainPosition = (person: SeedPerson): SeedPosition => ({
  id: positionId(person, 1),
  userId: person.id,
  unit: person.job.unit,
  title: person.job.title,
  percentage: person.job.percentage,
  isPrimary: true,
})

/** The leader of the first unit leads the second as well. */
const ledTogether = [
  [
    ['Økonomi', 'Regnskap og lønn'],
    ['Økonomi', 'Eiendomsskatt og fakturering'],
  ],
  [
    ['Helsehuset – legevakt, fysio og ergo', 'Fysio- og ergoterapi'],
    ['Helsehuset – legevakt, fysio og ergo', 'Frisklivssentralen'],
  ],
] as const

const twoUnits = [
  {
    from: ['Fossum oppvekstsenter skole', 'SFO Fossum oppvekstsenter skole'],
    title: 'SFO-leder',
    main: 40,
    to: ['Nordmo skole', 'Småtrinnet 1.–4.'],
    other: 'Adjunkt',
    percentage: 60,
  },
  {
    from: ['Hovedtillitsvalgte'],
    title: 'Hovedtillitsvalgt',
    main: 60,
    to: ['Hjemmetjenesten', 'Sone Nord'],
    other: 'Sykepleier',
    percentage: 40,
  },
] as const

/** Part-time people who do the same work in another unit for the rest of the week. */
function drawSecondPositions(employees: readonly SeedPerson[], units: readonly SeedUnit[], already: number) {
  const random = randomFor('second positions')
  const unitsByTitle = new Map<string, SeedUnit[]>()
  for (const unit of units.filter(takesPeopleFromElsewhere))
    for (const [title] of unit.plan.positions ?? [])
      unitsByTitle.set(title, [...(unitsByTitle.get(title) ?? []), unit])
  const candidates = employees.filter(
    ({ isDemo, job }) => !isDemo && !job.isLeader && job.percentage >= 30 && job.percentage <= 80,
  )
  return random
    .shuffle(candidates)
    .flatMap((person) => {
      const { unit, title, percentage } = person.job
      const others = (unitsByTitle.get(title) ?? []).filter((other) => other !== unit)
      const other = others.length > 0 && random.pick(others)
      return other ? [[person, percentage, other, title, Math.min(100 - percentage, 40)] as const] : []
    })
    .slice(0, Math.round(employees.length * withTwoPositions) - already)
}

/** The nursing home's departments have their own people only, which keeps its head counts round for the demo. */
const takesPeopleFromElsewhere = (unit: SeedUnit) =>
  !withAncestors(unit).some((above) => above.name === 'Elvestrand sykehjem')
