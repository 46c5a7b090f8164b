import type { Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { unitNamed, withAncestors, type SeedUnit } from './org-units.ts'
import { osloTime } from './oslo-time.ts'
import type { SeedPerson } from './people.ts'
import { randomFor, uuidFor } from './random.ts'

interface DutyPlan {
  name: string
  unit: readonly string[]
  /** Of the duty itself; null when one rings whoever has it. */
  phone: string | null
  /** Who take turns: people of the unit and below with one of these titles. */
  titles: readonly string[]
  /** How long one has it, in days, and when it changes hands. */
  turn: readonly [days: number, clock: string]
  /** Nobody has it now; the next one begins in two days. */
  isVacant?: boolean
}

const technical = 'Samfunn, kultur og teknisk'
const health = 'Helse og mestring'

const plans: readonly DutyPlan[] = [
  {
    name: 'Brannvakt',
    unit: [technical, 'Brann og redning'],
    phone: '60 99 99 90',
    titles: ['Branninspektør', 'Utrykningsleder'],
    turn: [7, '15:00'],
  },
  {
    name: 'Vaktlege',
    unit: [health, 'Helsehuset – legevakt, fysio og ergo'],
    phone: '60 99 99 91',
    titles: ['Fastlege', 'Turnuslege (LIS1)'],
    turn: [1, '08:00'],
  },
  {
    name: 'Barnevernvakt',
    unit: ['Oppvekst og utdanning', 'Familiens hus', 'Barnevernstjenesten'],
    phone: '60 99 99 92',
    titles: ['Barnevernskonsulent'],
    turn: [3, '15:30'],
  },
  {
    name: 'IKT-vakt',
    unit: ['Organisasjon og digitalisering', 'Digitalisering og IKT'],
    phone: null,
    titles: ['IKT-rådgiver', 'IKT-konsulent brukerstøtte'],
    turn: [7, '08:00'],
  },
  {
    name: 'Vakt for vann og avløp',
    unit: [technical, 'Teknisk drift', 'Vann og avløp'],
    phone: '60 99 99 93',
    titles: ['VA-ingeniør'],
    turn: [7, '15:30'],
  },
  {
    name: 'Beredskapsvakt i kriseledelsen',
    unit: ['Kommunedirektørens stab', 'Beredskap og juss'],
    phone: null,
    titles: ['Beredskapskoordinator', 'Kommuneadvokat'],
    turn: [7, '12:00'],
    isVacant: true,
  },
]

/** Days before today and after it that the duties are handed out for. */
const from = -14
const to = 28

/** Standing duties, and who has them when around now. */
export async function insertDuties(
  trx: Transaction<Database>,
  source: { units: readonly SeedUnit[]; people: readonly SeedPerson[]; now: Date },
): Promise<void> {
  const { units, now } = source
  for (const plan of plans) {
    const unit = unitNamed(units, plan.unit)
    const id = uuidFor(`duty ${plan.name}`)
    await trx
      .insertInto('duty')
      .values({
        id,
        display_name: plan.name,
        org_unit_id: unit.id,
        phone: plan.phone,
        created_at: osloTime(now, -90, '10:00'),
      })
      .execute()
    const [length, clock] = plan.turn
    const holders = randomFor(`duty ${plan.name}`).shuffle(holdersOf(plan, unit, source.people))
    const starts = plan.isVacant ? [2, 9, 16] : range(from, to, length)
    await trx
      .insertInto('duty_shift')
      .values(
        starts.flatMap((day, index) => {
          const holder = holders[index % holders.length]
          if (!holder) return []
          return {
            id: uuidFor(`shift ${index} of ${plan.name}`),
            duty_id: id,
            user_id: holder.id,
            starts_at: osloTime(now, day, clock),
            ends_at: osloTime(now, day + length, clock),
          }
        }),
      )
      .execute()
  }
}

const range = (first: number, last: number, step: number) =>
  Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => first + index * step)

const holdersOf = ({ titles }: DutyPlan, unit: SeedUnit, people: readonly SeedPerson[]) =>
  people.filter(
    ({ isEnabled, job }) => isEnabled && titles.includes(job.title) && withAncestors(job.unit).includes(unit),
  )
