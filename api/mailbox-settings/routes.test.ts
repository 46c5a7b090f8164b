// @vitest-environment node
import { beforeEach, expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { MailboxSettings, MailboxSettingsPatch } from './contract.ts'

const kari = demoPerson('kari.nilsen').id
const oslo = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Oslo' as const })

describeApi('Graph’s mailbox settings', (api) => {
  beforeEach(async () => {
    await api.db.deleteFrom('absence').execute()
  })
  const read = async () =>
    ((await (await api.as('kari.nilsen').get('/v1.0/me/mailboxSettings')).json()) as MailboxSettings)
      .automaticRepliesSetting
  const write = async (automaticRepliesSetting: MailboxSettingsPatch['automaticRepliesSetting']) =>
    api.as('kari.nilsen').patch('/v1.0/me/mailboxSettings', { automaticRepliesSetting })
  const mine = () => api.db.selectFrom('absence').selectAll().where('user_id', '=', kari).execute()

  test('are off while nobody is away, and on for the absence that is made', async () => {
    expect(await read()).toMatchObject({ status: 'disabled', scheduledStartDateTime: null })
    const answer = await write({
      status: 'scheduled',
      scheduledStartDateTime: oslo('2025-03-17T00:00:00'),
      scheduledEndDateTime: oslo('2025-03-22T00:00:00.0000000'),
      internalReplyMessage: 'Spør Nina.',
      externalReplyMessage: 'Ring servicekontoret.',
      externalAudience: 'all',
    })
    expect(answer.status).toBe(200)
    expect(await mine()).toMatchObject([{ kind: 'other', starts_at: new Date('2025-03-16T23:00:00Z') }])
    expect(await read()).toEqual({
      status: 'scheduled',
      externalAudience: 'all',
      scheduledStartDateTime: { dateTime: '2025-03-16T23:00:00.0000000', timeZone: 'UTC' },
      scheduledEndDateTime: { dateTime: '2025-03-21T23:00:00.0000000', timeZone: 'UTC' },
      internalReplyMessage: 'Spør Nina.',
      externalReplyMessage: 'Ring servicekontoret.',
    })
    await write({ status: 'disabled' })
    expect(await mine()).toEqual([])
  })

  test('change the absence there is, and keep its reason', async () => {
    const body = { startDateTime: '2025-03-12T08:00:00Z', endDateTime: '2025-03-14T08:00:00Z', kind: 'sick' }
    expect((await api.as('kari.nilsen').post('/v1.0/me/absences', body)).status).toBe(201)
    await write({ internalReplyMessage: 'Tilbake snart.' })
    await write({ scheduledEndDateTime: { dateTime: '2025-03-15T08:00:00', timeZone: 'UTC' } })
    expect(await mine()).toMatchObject([{ kind: 'sick', ends_at: new Date('2025-03-15T08:00:00Z') }])
    await write({ status: 'alwaysEnabled' })
    expect(await read()).toMatchObject({ status: 'alwaysEnabled', internalReplyMessage: 'Tilbake snart.' })
    api.clock.advance({ hours: 1 })
    await write({ status: 'disabled' })
    expect(await read()).toMatchObject({ status: 'disabled' })
    expect(await mine()).toMatchObject([{ ends_at: api.clock.now() }])
  })

  test('say what is wrong', async () => {
    const code = async (setting: MailboxSettingsPatch['automaticRepliesSetting']) => {
      const response = await write(setting)
      const { error } = (await response.json()) as { error: { innerError: { code: string } } }
      return [response.status, error.innerError.code]
    }
    expect(await code({ internalReplyMessage: 'Hei' })).toEqual([409, 'noAbsence'])
    expect(await code({ status: 'scheduled' })).toEqual([422, 'timesNeeded'])
    expect(
      await code({
        status: 'scheduled',
        scheduledStartDateTime: oslo('2025-03-20T00:00:00'),
        scheduledEndDateTime: oslo('2025-03-19T00:00:00'),
      }),
    ).toEqual([422, 'endBeforeStart'])
    expect(
      await code({
        status: 'scheduled',
        scheduledStartDateTime: oslo('2025-02-30T00:00:00'),
        scheduledEndDateTime: oslo('2025-03-19T00:00:00'),
      }),
    ).toEqual([422, 'invalidDay'])
    expect(await mine()).toEqual([])
  })
})
