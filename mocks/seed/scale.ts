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
  if (employees === 1300) return elvestrand
  if (employees === 1200) return withAssistants(elvestrand, employees)
  if (employees === 12_000) return withAssistants(grown({ staffs: 4, areas: 8, branches: 1 }), employees)
  if (employees === 50_000)
    return withAssistants(withSections(grown({ staffs: 12, areas: 15, branches: 3 })), employees)
  throw new RangeError(`The seed makes ${seedSizes.join(', ')} employees, not ${employees}.`)
}

/** Elvestrand with larger staffs, and beside the original units of each sector `areas` × `branches` copies of them. */
function grown({ staffs, areas, branches }: { staffs: number; areas: number; branches: number }): UnitPlan {
  const nextPlaces = placeNames()
  const growSector = (sector: UnitPlan): UnitPlan => ({
    ...sector,
    positions: sector.positions?.map(([title, people, ...rest]) => [title, people * staffs, ...rest]),
    units: [
      { kind: 'area', name: `${sector.name} – Sentrum`, units: sector.units },
      ...Array.from({ length: areas }, (): UnitPlan => {
        const districtPlaces = nextPlaces()
        return {
          kind: 'area',
          name: `${sector.name} – ${districtPlaces('Elvestrand')}`,
          leader: 'Områdeleder',
          place: districtPlaces('Elvestrand'),
          units: Array.from({ length: branches }, () => nextPlaces()).flatMap((places) =>
            (sector.units ?? []).map((unit) => moved(unit, places)),
          ),
        }
      }),
    ],
  })
  const growStaff = (staff: UnitPlan): UnitPlan => ({
    ...staff,
    positions: staff.positions?.map(([title, people, ...rest]) => [title, people * staffs, ...rest]),
    units: staff.units?.map(growStaff),
  })
  return {
    ...elvestrand,
    units: elvestrand.units?.map((top) => (top.kind === 'sector' ? growSector(top) : growStaff(top))),
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

/** Splits departments of more than twenty into two sections, which have no leader of their own. */
function withSections(unit: UnitPlan): UnitPlan {
  if (unit.kind !== 'department' || headCount(unit) <= 20 || isElvestrands.has(unit))
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

/** The departments of the demo people stay as they are. */
const isElvestrands = new Set(allUnits(elvestrand))

function allUnits(unit: UnitPlan): UnitPlan[] {
  return [unit, ...(unit.units ?? []).flatMap(allUnits)]
}

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
