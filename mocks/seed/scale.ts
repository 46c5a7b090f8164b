import { elvestrand } from './data/organisation.ts'
import { placeNames } from './place-names.ts'
import { headCount, type PositionPlan, type UnitPlan } from './unit-plan.ts'

/** Numbers of employees the seed can make. */
export const seedSizes = [1200, 1300, 12_000, 50_000] as const

/**
 * The organisation for a number of employees: Elvestrand as it is, or grown. At 12 000 areas come between sector and
 * unit; at 50 000 the areas are districts and agencies, and large departments have sections.
 * @throws RangeError for a number that is none of `seedSizes`.
 */
export function organisationFor(employees: number): UnitPlan {
  switch (employees) {
    case 1200:
      return withAssistants(elvestrand, employees)
    case 1300:
      return elvestrand
    case 12_000:
      return withAssistants(grown({ staffTimes: 4, areas: 8, branches: () => 1 }), employees)
    case 50_000: {
      // In each district several schools, homes and services; one agency of each technical kind.
      const branches = ({ name }: UnitPlan) => (name.startsWith('Samfunn') ? 1 : 3)
      return withAssistants(withSections(grown({ staffTimes: 9, areas: 15, branches })), employees)
    }
    default:
      throw new RangeError(`The seed makes ${seedSizes.join(', ')} employees, not ${employees}.`)
  }
}

interface Growth {
  /** People in the staffs and at the top of each sector, compared with Elvestrand. */
  staffTimes: number
  /** Areas in each sector beside the one with Elvestrand's own units. */
  areas: number
  /** Copies of the sector's units in each of those areas. */
  branches: (sector: UnitPlan) => number
}

/** Elvestrand with larger staffs and more areas. */
function grown({ staffTimes, areas, branches }: Growth): UnitPlan {
  const nextPlaces = placeNames()
  const withLargerStaff = (unit: UnitPlan): UnitPlan => ({
    ...unit,
    positions: unit.positions?.map(([title, people, ...rest]) => [title, people * staffTimes, ...rest]),
  })
  const growStaff = (staff: UnitPlan): UnitPlan => ({
    ...withLargerStaff(staff),
    units: staff.units?.map(growStaff),
  })
  const newArea = (sector: UnitPlan): UnitPlan => {
    const copies = Array.from({ length: branches(sector) }, () => {
      const places = nextPlaces()
      return { place: places('Elvestrand'), units: sector.units?.map((unit) => moved(unit, places)) ?? [] }
    })
    // There is at least one branch in every area.
    const { place } = copies[0]!
    return {
      kind: 'area',
      name: `${sector.name} – ${place}`,
      leader: 'Områdeleder',
      place,
      units: copies.flatMap((copy) => copy.units),
    }
  }
  const growSector = (sector: UnitPlan): UnitPlan => ({
    ...withLargerStaff(sector),
    units: [
      { kind: 'area', name: `${sector.name} – Elvestrand sentrum`, units: sector.units },
      ...Array.from({ length: areas }, () => newArea(sector)),
    ],
  })
  return {
    ...elvestrand,
    units: elvestrand.units?.map((unit) => (unit.kind === 'sector' ? growSector(unit) : growStaff(unit))),
  }
}

/** A copy of a unit in other places, so that its name is its own. */
function moved(unit: UnitPlan, placeFor: (place: string) => string): UnitPlan {
  const rename = (name: string) => name.replace(knownPlaces, placeFor)
  const copy = (from: UnitPlan): UnitPlan => ({
    ...from,
    name: rename(from.name),
    ...(from.place && { place: rename(from.place) }),
    units: from.units?.map(copy),
  })
  const result = copy(unit)
  return result.name === unit.name ? { ...result, name: `${unit.name} ${placeFor('Elvestrand')}` } : result
}

const knownPlaces =
  /Elvestrand|Bjørkåsen|Nordmo|Fossum|Åsgård|Solbakken|Lyngheim|Elvebredden|Granlia|Tunet|Kvartsveien|Lyngheia/g

/** Splits copied departments of more than twenty into two sections, which have no leader of their own. */
function withSections(unit: UnitPlan): UnitPlan {
  if (unit.kind === 'staff') return unit
  if (unit.kind !== 'department' || headCount(unit) <= 20 || originals.has(unit))
    return { ...unit, units: unit.units?.map(withSections) }
  const half = (round: (people: number) => number): PositionPlan[] =>
    (unit.positions ?? [])
      .map(([title, people, ...rest]): PositionPlan => [title, round(people / 2), ...rest])
      .filter(([, people]) => people > 0)
  return {
    ...unit,
    positions: [],
    units: [
      { kind: 'section', name: `${unit.name}, seksjon 1`, positions: half(Math.ceil) },
      { kind: 'section', name: `${unit.name}, seksjon 2`, positions: half(Math.floor) },
    ],
  }
}

const allUnits = (unit: UnitPlan): UnitPlan[] => [unit, ...(unit.units ?? []).flatMap(allUnits)]

/** Elvestrand's own units stay as they are, with the demo people in them. */
const originals = new Set(allUnits(elvestrand))

/** Adds or takes assistants evenly until the number of people is exact. */
function withAssistants(root: UnitPlan, employees: number): UnitPlan {
  let missing = employees - headCount(root)
  const groups = allUnits(root).reduce(
    (sum, unit) => sum + (unit.positions ?? []).filter(isAssistants).length,
    0,
  )
  let groupsLeft = groups
  const adjust = (unit: UnitPlan): UnitPlan => ({
    ...unit,
    positions: unit.positions?.map((position) => {
      if (!isAssistants(position)) return position
      const [title, people, ...rest] = position
      const change = Math.max(Math.trunc(missing / groupsLeft) || Math.sign(missing), -people + 1)
      missing -= change
      groupsLeft -= 1
      return [title, people + change, ...rest]
    }),
    units: unit.units?.map(adjust),
  })
  const result = adjust(root)
  if (missing !== 0) throw new RangeError(`The plan is ${missing} people away from ${employees}.`)
  return result
}

const isAssistants = ([title]: PositionPlan) => title === 'Assistent'
