// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost } from '#tests/news-posts.ts'
import { aCallFor, anAbsenceOf, countTasks, tasksAbout, tasksOf, withoutTasks } from '#tests/tasks.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { TaskState } from './contract.ts'

describeApi('Tasks of people who are away', (api) => {
  const id = (person: string) => demoPerson(person).id
  const about = (person: string, resourceId: string, state?: TaskState) =>
    tasksAbout(api.as(person), resourceId, state)

  test('K23 a call-back waits for its recipient, and for who took it until it is answered', async () => {
    const call = await aCallFor(api, 'ola.bakken')
    expect(await about('ola.bakken', call.id)).toMatchObject([
      {
        kind: 'callBack',
        title: 'Berit Strøm',
        detail: 'Besøkstider',
        phone: '40000199',
        dueDate: '2025-03-17',
        person: { id: id('nina.aas') },
        onBehalfOf: null,
        resource: { type: 'callBackMessage' },
      },
    ])
    expect(await about('nina.aas', call.id, 'waitingOnOthers')).toMatchObject([
      { kind: 'callBack', person: { id: id('ola.bakken') } },
    ])
    await api.db
      .updateTable('call_back_message')
      .set({ state: 'answered', answered_at: api.clock.now(), answered_by_id: id('ola.bakken') })
      .where('id', '=', call.id)
      .execute()
    expect(await about('ola.bakken', call.id)).toEqual([])
    expect(await about('nina.aas', call.id, 'waitingOnOthers')).toEqual([])
    expect(await about('ola.bakken', call.id, 'done')).toMatchObject([{ kind: 'callBack' }])
  })

  test('K5 who is asked to be a substitute has it until they answer, and never learns why', async () => {
    const absence = await anAbsenceOf(api, 'ola.bakken', 'kari.nilsen', { from: 2, to: 5 })
    const answer = await about('kari.nilsen', absence.id)
    expect(answer).toMatchObject([
      {
        kind: 'substituteToAnswer',
        title: 'Ola Bakken',
        dueDate: '2025-03-14',
        period: {
          startDateTime: absence.starts_at.toISOString(),
          endDateTime: absence.ends_at?.toISOString(),
        },
      },
    ])
    expect(JSON.stringify(answer)).not.toMatch(/sick|Operasjon/)
    expect(await about('ola.bakken', absence.id, 'waitingOnOthers')).toMatchObject([
      { kind: 'substituteToAnswer', title: 'Kari Nilsen' },
    ])
    await api.db
      .updateTable('absence')
      .set({ substitute_status: 'declined', substitute_answered_at: api.clock.now() })
      .where('id', '=', absence.id)
      .execute()
    expect(await about('kari.nilsen', absence.id)).toEqual([])
    expect(await about('kari.nilsen', absence.id, 'done')).toMatchObject([{ kind: 'substituteToAnswer' }])
    expect(await about('ola.bakken', absence.id)).toMatchObject([
      { kind: 'substituteDeclined', title: 'Kari Nilsen' },
    ])
    api.clock.advance({ days: 6 })
    expect(await about('ola.bakken', absence.id)).toEqual([])
  })

  test('N25 who stands in has the must-reads and call-backs of the one who is away, and says for whom', async () => {
    await withoutTasks(api)
    const leaders = { everyone: false, orgUnitIds: [], roles: ['Leader'] }
    const post = await aPost(api.as('liv.dahl'), { importance: 'mustRead', audience: leaders })
    const call = await aCallFor(api, 'ola.bakken')
    expect(await tasksOf(api.as('kari.nilsen'))).toEqual([])
    await anAbsenceOf(api, 'ola.bakken', 'kari.nilsen', { from: -1, to: 7, status: 'accepted' })
    const forOla = { id: id('ola.bakken'), displayName: 'Ola Bakken' }
    expect(await tasksOf(api.as('kari.nilsen'))).toMatchObject([
      { kind: 'callBack', onBehalfOf: forOla, resource: { id: call.id } },
      {
        id: `newsPostToConfirm-${post.id}-${forOla.id}`,
        kind: 'newsPostToConfirm',
        onBehalfOf: forOla,
        resource: { id: post.id },
      },
    ])
    expect(await countTasks(api.as('kari.nilsen'))).toBe(2)
    api.clock.advance({ days: 8 })
    expect(await tasksOf(api.as('kari.nilsen'))).toEqual([])
  })
})
