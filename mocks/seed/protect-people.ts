import type { Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { HiddenPart } from '#api/database/people-tables.ts'
import { demoPeople } from './demo-people.ts'
import { unitNamed, type SeedUnit } from './org-units.ts'
import type { SeedPerson } from './people.ts'

interface Protected {
  /** The unit, and the title of the first ordinary employee there of that title. */
  orgUnit: readonly string[]
  title: string
  hides: HiddenPart[]
  reason: string
}

/** Three invented people with something to hide, each in another way. */
const protectedPeople: readonly Protected[] = [
  {
    orgUnit: ['Familiens hus', 'Barnevernstjenesten'],
    title: 'Barnevernskonsulent',
    hides: ['person'],
    reason: 'Trusler fra part i sak. Vurderes på nytt hvert halvår.',
  },
  {
    orgUnit: ['Bjørkåsen skole', 'Mellomtrinnet 5.–7.'],
    title: 'Adjunkt',
    hides: ['place', 'photo'],
    reason: 'Adressesperre.',
  },
  {
    orgUnit: ['NAV Elvestrand', 'Sosiale tjenester'],
    title: 'Veileder',
    hides: ['phone', 'photo'],
    reason: 'Uønskede oppringninger. Ønsket av den ansatte selv.',
  },
]

/** Protects them, decided by HR. */
export async function protectPeople(
  trx: Transaction<Database>,
  people: readonly SeedPerson[],
  units: readonly SeedUnit[],
  now: Date,
): Promise<void> {
  const decider = demoPeople.find(({ key }) => key === 'hege.moen')
  if (!decider) throw new RangeError('Nobody from HR.')
  const decided = new Date(now.getTime() - 90 * 86_400_000)
  await trx
    .insertInto('person_protection')
    .values(
      protectedPeople.map(({ orgUnit, title, hides, reason }) => {
        const unit = unitNamed(units, orgUnit)
        const person = people.find(
          ({ job, isDemo, isEnabled }) => job.unit === unit && job.title === title && isEnabled && !isDemo,
        )
        if (!person) throw new RangeError(`Nobody is ${title} in ${orgUnit.join(' / ')}.`)
        return { user_id: person.id, hides, reason, decided_by_id: decider.id, decided_at: decided }
      }),
    )
    .execute()
}
