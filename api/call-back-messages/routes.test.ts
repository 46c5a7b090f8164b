// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeApi, type Caller } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { CallBackMessage } from './contract.ts'

const ola = demoPerson('ola.bakken').id
const call = {
  recipientId: ola,
  callerName: 'Einar Brekke',
  callerPhone: '29 99 99 84',
  subject: 'Besøkstid i helgen',
}

/** What a refusal says: its status and its specific code. */
async function refusal(response: Response) {
  const { error } = (await response.json()) as { error?: { innerError: { code: string } } }
  return { status: response.status, code: error?.innerError.code }
}

describeApi('Messages to ring somebody back', (api) => {
  const take = async (by: Caller, more: Record<string, unknown> = {}) => {
    const response = await by.post('/v1.0/callBackMessages', { ...call, ...more })
    expect(response.status).toBe(201)
    return (await response.json()) as CallBackMessage
  }
  const read = async (by: Caller, id: string) => {
    const response = await by.get(`/v1.0/callBackMessages/${id}`)
    return { status: response.status, message: (await response.json()) as CallBackMessage }
  }
  /** Somebody who works beside the demo people, made the substitute of Ola from an hour ago. */
  const nina = demoPerson('nina.aas').id
  const standIn = async (status: 'proposed' | 'accepted' | 'declined', until?: Date) => {
    const now = api.clock.now()
    await api.db.deleteFrom('absence').where('user_id', '=', ola).execute()
    await api.db
      .insertInto('absence')
      .values({
        user_id: ola,
        starts_at: new Date(now.getTime() - 3_600_000),
        ends_at: until ?? null,
        kind: 'vacation',
        substitute_id: nina,
        substitute_status: status,
        created_at: now,
        changed_at: now,
      })
      .execute()
  }

  test('K23: a message is to be answered within three working days', async () => {
    // A Wednesday, so over the weekend.
    const message = await take(api.as('anne.vik'))
    expect(message).toMatchObject({
      recipient: { id: ola, displayName: 'Ola Bakken', jobTitle: 'Avdelingsleder' },
      callerName: 'Einar Brekke',
      callerPhone: '29 99 99 84',
      subject: 'Besøkstid i helgen',
      state: 'open',
      dueDate: '2025-03-17',
      createdBy: { displayName: 'Anne Vik' },
      answeredBy: null,
      answeredDateTime: null,
      permissions: { canAnswer: false },
    })
  })

  test('anybody may leave one, and follows it', async () => {
    const { id } = await take(api.as('sara.holm'))
    expect((await read(api.as('sara.holm'), id)).status).toBe(200)
    expect((await read(api.as('nina.aas'), id)).status).toBe(404)
    const response = await api
      .as('sara.holm')
      .get(`/v1.0/callBackMessages?$filter=createdBy/id eq ${demoPerson('sara.holm').id}`)
    const { value } = (await response.json()) as { value: CallBackMessage[] }
    expect(value.map((message) => message.id)).toEqual([id])
  })

  test('whoever is to ring says that it is done, once, and takes it back', async () => {
    const { id } = await take(api.as('anne.vik'))
    const answered = await api.as('ola.bakken').post(`/v1.0/callBackMessages/${id}/answer`)
    expect(await answered.json()).toMatchObject({
      state: 'answered',
      answeredBy: { id: ola },
      answeredDateTime: api.clock.now().toISOString(),
    })
    const again = await api.as('ingrid.solberg').post(`/v1.0/callBackMessages/${id}/answer`)
    expect(await refusal(again)).toMatchObject({ status: 409, code: 'alreadyAnswered' })

    const reopened = await api.as('ola.bakken').post(`/v1.0/callBackMessages/${id}/reopen`)
    expect(await reopened.json()).toMatchObject({ state: 'open', answeredBy: null, answeredDateTime: null })
    const twice = await api.as('ola.bakken').post(`/v1.0/callBackMessages/${id}/reopen`)
    expect(await refusal(twice)).toMatchObject({ status: 409, code: 'notAnswered' })
  })

  test('two who answer at the same time do not both do it', async () => {
    const { id } = await take(api.as('anne.vik'))
    const path = `/v1.0/callBackMessages/${id}/answer`
    const responses = await Promise.all([
      api.as('ola.bakken').post(path),
      api.as('ingrid.solberg').post(path),
    ])
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  describe('a substitute', () => {
    test('who has accepted sees and answers, and it is logged for whom', async () => {
      const { id } = await take(api.as('anne.vik'))
      await standIn('accepted')
      expect((await read(api.as('nina.aas'), id)).message.permissions.canAnswer).toBe(true)
      expect((await api.as('nina.aas').post(`/v1.0/callBackMessages/${id}/answer`)).status).toBe(200)
      const entry = await api.db
        .selectFrom('audit_entry')
        .selectAll()
        .where('target_id', '=', id)
        .where('action', '=', 'callBackMessage.answered')
        .executeTakeFirstOrThrow()
      expect(entry).toMatchObject({ actor_id: nina, on_behalf_of_id: ola })
    })

    test.for(['proposed', 'declined'] as const)('who is %s sees nothing', async (status) => {
      const { id } = await take(api.as('anne.vik'))
      await standIn(status)
      expect((await read(api.as('nina.aas'), id)).status).toBe(404)
    })

    test('sees nothing once the absence is over', async () => {
      const { id } = await take(api.as('anne.vik'))
      await standIn('accepted', new Date(api.clock.now().getTime() + 3_600_000))
      expect((await read(api.as('nina.aas'), id)).status).toBe(200)
      api.clock.advance({ hours: 1 })
      expect((await read(api.as('nina.aas'), id)).status).toBe(404)
    })
  })

  describe('is refused', () => {
    // A synthetic number (month + 80).
    const number = '17912099997'
    test.for([
      ['a number in the name', { callerName: `Einar ${number}` }, 'sensitiveContent', 'callerName'],
      ['a number in the subject', { subject: `Gjelder ${number}` }, 'sensitiveContent', 'subject'],
      ['a number instead of a phone', { callerPhone: number }, 'sensitiveContent', 'callerPhone'],
      ['nothing to ring', { callerPhone: 'ring meg' }, 'malformedValue', 'callerPhone'],
      ['nobody', { recipientId: '00000000-0000-4000-8000-000000000000' }, 'unknownUser', 'recipientId'],
      ['no subject', { subject: '  ' }, 'malformedValue', 'subject'],
      ['a subject too long', { subject: 'a'.repeat(201) }, 'tooLong', 'subject'],
    ] as const)('%s', async ([, more, code, target]) => {
      const response = await api.as('anne.vik').post('/v1.0/callBackMessages', { ...call, ...more })
      expect(response.status).toBe(422)
      const { error } = (await response.json()) as { error: { details: { code: string; target: string }[] } }
      expect(error.details).toEqual([expect.objectContaining({ code, target })])
    })

    test('but not when the person says that it is none, which is logged without the number', async () => {
      const subject = `Saksnummer ${number}`
      const { id } = await take(api.as('anne.vik'), {
        subject,
        acceptedFindings: [{ target: 'subject', start: 11, end: 22 }],
      })
      const entries = await api.db
        .selectFrom('audit_entry')
        .select(['action', 'data'])
        .where('target_id', '=', id)
        .orderBy('seq')
        .execute()
      expect(entries.map(({ action }) => action)).toEqual([
        'callBackMessage.sensitiveContentAccepted',
        'callBackMessage.created',
      ])
      expect(JSON.stringify(entries)).not.toContain(number)
      expect(JSON.stringify(entries)).not.toContain('Einar')
    })
  })

  test.for([
    '29 99 99 84',
    '29999984',
    '+47 29 99 99 84',
    '+46 70 123 45 67',
    '0047 29 99 99 84',
    '(60) 99-99-90',
  ])('the phone number %s is taken for one', async (callerPhone) => {
    expect((await take(api.as('anne.vik'), { callerPhone })).callerPhone).toBe(callerPhone)
  })

  test('open ones are listed with the nearest deadline first', async () => {
    await take(api.as('anne.vik'))
    const query = `$filter=state eq 'open' and recipient/id eq ${ola}&$orderby=dueDate`
    const response = await api.as('ola.bakken').get(`/v1.0/callBackMessages?${query}`)
    const { value } = (await response.json()) as { value: CallBackMessage[] }
    const days = value.map(({ dueDate }) => dueDate)
    expect(days.length).toBeGreaterThan(2)
    expect(days).toEqual(days.toSorted())
  })

  test('whoever is to ring is told at once, and nobody else', async () => {
    const { id } = await take(api.as('anne.vik'))
    const event = await api.db
      .selectFrom('live_event')
      .selectAll()
      .where('resource_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({ topic: 'callBackMessage.created', audience_keys: [`user:${ola}`] })
  })
})
