import { expect } from 'vitest'
import type { Task, TaskState } from '#api/tasks/contract.ts'
import type { Caller, TestApi } from './call-api.ts'
import { demoPerson } from './tokens.ts'

/** Where a test puts what is to be done, and when it is. */
interface Prepared extends Pick<TestApi, 'db'> {
  clock: Pick<TestApi['clock'], 'now'>
}

/** What waits for somebody, is waited for, or is done. */
export async function tasksOf(as: Caller, state: TaskState = 'waiting'): Promise<Task[]> {
  const answer = await as.get(`/v1.0/me/tasks?$top=100&$filter=state eq '${state}'`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { value: Task[] }).value // as in the contract
}

/** The same, about one thing. */
export const tasksAbout = async (as: Caller, resourceId: string, state?: TaskState) =>
  (await tasksOf(as, state)).filter(({ resource }) => resource.id === resourceId)

/** How many things wait. */
export const countTasks = async (as: Caller) =>
  Number(await (await as.get("/v1.0/me/tasks/$count?$filter=state eq 'waiting'")).text())

/** Takes away everything the seed has for people to do. */
export async function withoutTasks({ db }: Pick<TestApi, 'db'>): Promise<void> {
  await db.deleteFrom('comment').execute()
  await db.updateTable('news_post').set({ state: 'archived' }).execute()
  await db.deleteFrom('call_back_message').execute()
  await db.deleteFrom('absence').execute()
  await db
    .updateTable('deviation')
    .set({ state: 'archived', is_objection_open: false, is_personal_data: false })
    .execute()
  await db.updateTable('corrective_action').set({ state: 'evaluated', done_at: null }).execute()
}

/** Somebody rang for a demo person; Nina took the call. */
export const aCallFor = ({ db, clock }: Prepared, recipient: string, more: { due_on?: string } = {}) =>
  db
    .insertInto('call_back_message')
    .values({
      recipient_id: demoPerson(recipient).id,
      caller_name: 'Berit Strøm',
      caller_phone: '40000199',
      subject: 'Besøkstider',
      due_on: '2025-03-17',
      created_by_id: demoPerson('nina.aas').id,
      created_at: clock.now(),
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** A demo person is away for some days from now, and another is asked to stand in. */
export function anAbsenceOf(
  { db, clock }: Prepared,
  person: string,
  substitute: string,
  {
    from,
    to,
    status = 'proposed',
  }: { from: number; to: number; status?: 'proposed' | 'accepted' | 'declined' },
) {
  const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000)
  return db
    .insertInto('absence')
    .values({
      user_id: demoPerson(person).id,
      starts_at: inDays(from),
      ends_at: inDays(to),
      kind: 'sick',
      note: 'Operasjon',
      substitute_id: demoPerson(substitute).id,
      substitute_status: status,
      substitute_answered_at: status === 'proposed' ? null : clock.now(),
      created_at: clock.now(),
      changed_at: clock.now(),
    })
    .returning(['id', 'starts_at', 'ends_at'])
    .executeTakeFirstOrThrow()
}
