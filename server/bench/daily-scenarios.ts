import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { BenchPeople } from './people.ts'
import type { Scenario } from './scenarios.ts'

/** People whose status one page of the directory asks for. */
const pageOfPeople = 20

/** What waits for somebody, and whether colleagues can be reached: one with the chain, and the people of a page. */
export async function dailyScenarios(
  db: Kysely<Database>,
  { nurses, leaders, directors }: BenchPeople,
): Promise<Scenario[]> {
  const rows = await db
    .selectFrom('user')
    .select('id')
    .where('account_enabled', '=', true)
    .where('id', 'not in', db.selectFrom('person_protection').select('user_id'))
    .orderBy('employee_id')
    .limit(600)
    .execute()
  const ids = rows.map(({ id }) => id)
  const pageFrom = (index: number) =>
    Array.from({ length: pageOfPeople }, (_, place) => ids[(index * 7 + place) % ids.length])
  const tasks = (name: string, people: Scenario['people']): Scenario => ({
    name: `tasks, ${name}`,
    people,
    call: ({ token }) => ({ path: '/v1.0/me/tasks?$top=50', token }),
  })
  return [
    tasks('nurse', nurses),
    tasks('leader', leaders),
    tasks('director', directors),
    {
      name: 'reachability, one person',
      people: nurses,
      call: ({ token }, index) => ({ path: `/v1.0/users/${ids[index % ids.length]}/reachability`, token }),
    },
    {
      name: `reachability, ${pageOfPeople} people`,
      people: nurses,
      call: ({ token }, index) => ({
        path: '/v1.0/reachability/getByUserIds',
        token,
        method: 'POST',
        body: { ids: pageFrom(index) },
      }),
      atLeast: pageOfPeople,
    },
  ]
}
