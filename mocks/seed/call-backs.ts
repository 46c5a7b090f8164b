import type { Transaction } from 'kysely'
import { callBackWithinWorkingDays } from '#api/call-back-messages/contract.ts'
import type { Database } from '#api/database/schema.ts'
import { addWorkingDays } from '#api/time/working-days.ts'
import { personIdOf } from './news/post-row.ts'
import type { UnitNames } from './news/news-plan.ts'
import type { SeedUnit } from './org-units.ts'
import { osloDay, osloTime, workdaysAgo } from './oslo-time.ts'
import type { SeedPerson } from './people.ts'
import { uuidAt } from './random.ts'

interface CallBackPlan {
  /** A demo person, or the leader of a unit. */
  to: string | UnitNames
  by: string
  caller: string
  phone: string
  subject: string
  /** Working days ago, and the time. */
  at: readonly [number, string]
  /** Who rang back, working days ago, and the time. */
  answered?: readonly [string | UnitNames, number, string]
}

const buildingCases = ['Samfunn, kultur og teknisk', 'Plan, byggesak og miljø', 'Byggesak']
const water = ['Samfunn, kultur og teknisk', 'Teknisk drift', 'Vann og avløp']
const desk = 'anne.vik'

/** Open, overdue and answered; one with everything as long as it may be. The numbers are nobody's. */
const plans: readonly CallBackPlan[] = [
  {
    to: 'kari.nilsen',
    by: desk,
    caller: 'Solveig Hauge',
    phone: '60 99 99 83',
    at: [1, '13:10'],
    subject: 'Lurer på når det er ledig å komme på omvisning',
  },
  {
    to: 'kari.nilsen',
    by: 'ola.bakken',
    caller: 'Tannhelsetjenesten',
    phone: '60 99 99 84',
    at: [2, '09:05'],
    subject: 'Avtale om undervisning i munnstell',
  },
  {
    to: 'kari.nilsen',
    by: desk,
    caller: 'Reidun Falk',
    phone: '29 99 99 83',
    at: [6, '10:40'],
    subject: 'Takk for sist, vil gjerne snakke litt',
    answered: ['kari.nilsen', 5, '14:20'],
  },
  {
    to: 'ola.bakken',
    by: desk,
    caller: 'Einar Brekke',
    phone: '29 99 99 84',
    at: [5, '11:25'],
    subject: 'Spørsmål om besøkstid i helgen',
  },
  {
    to: 'ola.bakken',
    by: 'kari.nilsen',
    caller: 'Medisinsk utstyr AS',
    phone: '60 99 99 85',
    at: [0, '08:15'],
    subject: 'Leverer nye senger og trenger et tidspunkt',
  },
  {
    to: 'ola.bakken',
    by: desk,
    caller: 'Fagskolen i Elvestrand',
    phone: '60 99 99 86',
    at: [4, '12:00'],
    subject: 'Praksisplasser til våren',
    answered: ['ola.bakken', 3, '08:30'],
  },
  {
    to: 'ingrid.solberg',
    by: desk,
    caller: 'Lokalavisa',
    phone: '60 99 99 87',
    at: [3, '09:45'],
    subject: 'Vil skrive om frivillige på sykehjemmet',
  },
  {
    to: 'sara.holm',
    by: desk,
    caller: 'Forelder til elev på småtrinnet',
    phone: '29 99 99 85',
    at: [1, '14:30'],
    subject: 'Vil avtale en samtale før jul',
  },
  {
    to: buildingCases,
    by: desk,
    caller:
      'Kristoffer Aleksander Bjørnstad Vestergaard på vegne av Nedre Elvebredden Boligsameie og naboene der',
    phone: '+47 29 99 99 86',
    at: [4, '15:05'],
    subject:
      'Vil vite hvem som behandler søknaden deres, når de kan regne med svar, om det mangler noe i den, og om de kan komme innom en dag i neste uke og vise hva de mener med tegningene de sendte inn i høst',
  },
  {
    to: buildingCases,
    by: desk,
    caller: 'Magne',
    phone: '29 99 99 87',
    at: [0, '09:20'],
    subject: 'Byggesak',
  },
  {
    to: water,
    by: desk,
    caller: 'Tordis Myhre',
    phone: '29 99 99 88',
    at: [2, '08:50'],
    subject: 'Lavt trykk i vannet',
    answered: [water, 2, '10:15'],
  },
  {
    to: water,
    by: desk,
    caller: 'Elvestrand bakeri',
    phone: '60 99 99 88',
    at: [8, '07:45'],
    subject: 'Varsel om stenging kom for sent',
    answered: [water, 7, '12:40'],
  },
]

/** Calls that somebody took, and is to be rung back about. */
export async function insertCallBacks(
  trx: Transaction<Database>,
  source: { units: readonly SeedUnit[]; people: readonly SeedPerson[]; now: Date },
): Promise<void> {
  const { now } = source
  // Early in the morning today's calls have come a moment ago.
  const latest = new Date(now.getTime() - 5 * 60_000)
  const time = ([days, clock]: readonly [number, string]) => {
    const moment = osloTime(now, workdaysAgo(now, days), clock)
    return moment < latest ? moment : latest
  }
  await trx
    .insertInto('call_back_message')
    .values(
      plans.map((plan) => {
        const at = time(plan.at)
        const [answerer, ...answeredAt] = plan.answered ?? []
        return {
          id: uuidAt(at, `call-back ${plan.caller}`),
          recipient_id: personIdOf(plan.to, source),
          caller_name: plan.caller,
          caller_phone: plan.phone,
          subject: plan.subject,
          due_on: addWorkingDays(osloDay(now, workdaysAgo(now, plan.at[0])), callBackWithinWorkingDays),
          created_by_id: personIdOf(plan.by, source),
          created_at: at,
          ...(answerer !== undefined &&
            answeredAt.length === 2 && {
              state: 'answered' as const,
              answered_by_id: personIdOf(answerer, source),
              answered_at: time(answeredAt),
              revision: 2,
            }),
        }
      }),
    )
    .execute()
}
