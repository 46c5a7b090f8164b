// @vitest-environment node
import { expect, test } from 'vitest'
import { absencesSeen, errorOf } from '#tests/absences.ts'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'

const id = (name: string) => demoPerson(name).id
const kari = id('kari.nilsen')

describeApi('Reading in a calendar', (api) => {
  const event = (uid: string, subject: string, start: string, ...more: string[]) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SUMMARY:${subject}`,
    `DTSTART;TZID=Europe/Oslo:${start}`,
    'DURATION:PT2H',
    ...more,
    'END:VEVENT',
  ]
  const send = async (...events: string[][]) => {
    const text = ['BEGIN:VCALENDAR', ...events.flat(), 'END:VCALENDAR'].join('\r\n')
    const response = await api
      .as('kari.nilsen')
      .post('/v1.0/me/absences/importCalendar', text, { 'content-type': 'text/calendar; charset=utf-8' })
    expect(response.status).toBe(200)
    return (await response.json()) as unknown
  }
  const mine = async () =>
    (await absencesSeen(api, 'kari.nilsen', 'kari.nilsen')).map(
      ({ startDateTime, kind, source }) => `${startDateTime} ${kind} ${source}`,
    )

  test('makes absences of the codes, once however often it is read, and follows what changes', async () => {
    await api.db.deleteFrom('absence').where('user_id', '=', kari).execute()
    const sick = event('a', 'SYK: rygg', '20250313T080000')
    const weekly = event('b', 'MØT: morgenmøte', '20250317T080000', 'RRULE:FREQ=WEEKLY;COUNT=3')
    const other = event('c', 'Ta med kake', '20250314T120000')
    expect(await send(sick, weekly, other)).toEqual({ created: 4, changed: 0, skipped: 1 })
    expect(await send(sick, weekly, other)).toEqual({ created: 0, changed: 0, skipped: 1 })
    const moved = event('a', 'SYK: rygg', '20250314T080000')
    const shorter = event('b', 'MØT: morgenmøte', '20250317T080000', 'RRULE:FREQ=WEEKLY;COUNT=2')
    expect(await send(moved, shorter)).toEqual({ created: 0, changed: 2, skipped: 0 })
    expect(await mine()).toEqual([
      '2025-03-14T07:00:00.000Z sick calendar',
      '2025-03-17T07:00:00.000Z meeting calendar',
      '2025-03-24T07:00:00.000Z meeting calendar',
    ])
    expect(await send(event('a', 'SYK: rygg', '20250314T080000', 'STATUS:CANCELLED'))).toMatchObject({
      changed: 1,
    })
    expect(await mine()).toHaveLength(2)
    const entries = await api.db.selectFrom('audit_entry').select('data').execute()
    expect(JSON.stringify(entries)).not.toMatch(/rygg|sick/)
  })

  test('refuses what is no calendar', async () => {
    const post = (body: string | Uint8Array, type: string) =>
      api.as('kari.nilsen').post('/v1.0/me/absences/importCalendar', body, { 'content-type': type })
    expect(await errorOf(await post('Hei', 'text/calendar'))).toEqual([400, 'notCalendar'])
    expect(await errorOf(await post(Uint8Array.of(0xff, 0xfe), 'text/calendar'))).toEqual([
      400,
      'notCalendar',
    ])
    expect(await errorOf(await post('BEGIN:VCALENDAR', 'text/plain'))).toEqual([415, 'unsupportedMediaType'])
    const large = `BEGIN:VCALENDAR\r\n${'x'.repeat(3_000_000)}`
    expect(await errorOf(await post(large, 'text/calendar'))).toEqual([413, 'contentTooLarge'])
  })
})
