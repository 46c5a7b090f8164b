import { demoPerson } from '../tokens.ts'
import { everyoneWith, leaders, type Person, type Row } from './row.ts'

const from = '2025-04-07T06:00:00Z'
const to = '2025-04-09T13:00:00Z'
const plan = { startDateTime: from, endDateTime: to }

/** Kari, and whoever leads her: on floor, home, sector and municipality. */
const may: Person[] = ['kari.nilsen', ...leaders]
/** The service desk, for the times alone. */
const desk: Person[] = ['anne.vik']
/** Kari and her nearest leader, who alone are told why she is away. */
const toldWhy = everyoneWith(1, ['kari.nilsen', 'ola.bakken'])

const hasReason = async (response: Response) => {
  const text = await response.text()
  return /"kind":"sick"|"note":"Rygg"/.test(text) ? 1 : 0
}

const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1@elvestrand.example',
  'SUMMARY:MØT: budsjett',
  'DTSTART;TZID=Europe/Oslo:20250320T090000',
  'DTEND;TZID=Europe/Oslo:20250320T100000',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')
const asCalendar = { 'content-type': 'text/calendar' }

const batchOf = (url: string) => ({ requests: [{ id: '1', method: 'GET', url }] })

/** Rights on absences and standing in. */
export const absenceRows: Row[] = [
  {
    resource: 'absences',
    action: 'list',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/absences`),
  },
  {
    resource: 'absences',
    action: 'count',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/absences/$count`),
  },
  {
    resource: 'absences',
    action: 'list those of one who has left',
    status: 404,
    except: everyoneWith(200, ['hege.moen', 'jon.strand']),
    call: (as, f) => as.get(`/v1.0/users/${f.disabledId}/absences`),
  },
  {
    resource: 'absences',
    action: 'read',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/absences/${f.absenceId}`),
  },
  ...(
    [
      ['the list', (as, f) => as.get(`/v1.0/users/${f.kariId}/absences`)],
      ['the thing itself', (as, f) => as.get(`/v1.0/users/${f.kariId}/absences/${f.absenceId}`)],
      ['a selection', (as, f) => as.get(`/v1.0/users/${f.kariId}/absences?$select=kind,note`)],
      ['an order', (as, f) => as.get(`/v1.0/users/${f.kariId}/absences?$orderby=endDateTime desc`)],
      ['a batch', (as, f) => as.post('/v1.0/$batch', batchOf(`/users/${f.kariId}/absences`))],
    ] satisfies [string, Row['call']][]
  ).map(([way, call]): Row => ({
    resource: 'absences',
    action: `learn the reason from ${way}`,
    status: 0,
    except: toldWhy,
    says: hasReason,
    call,
  })),
  {
    resource: 'absences',
    action: 'find by the reason',
    status: 0,
    except: toldWhy,
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/absences/$count?$filter=kind eq 'sick'`),
  },
  { resource: 'absences', action: 'list own', status: 200, call: (as) => as.get('/v1.0/me/absences') },
  {
    resource: 'absences',
    action: 'count own',
    status: 200,
    call: (as) => as.get('/v1.0/me/absences/$count'),
  },
  {
    resource: 'absences',
    action: 'read as own what is of another',
    status: 404,
    except: { 'kari.nilsen': 200 },
    call: (as, f) => as.get(`/v1.0/me/absences/${f.absenceId}`),
  },
  {
    resource: 'absences',
    action: 'register own',
    status: 201,
    call: (as) => as.post('/v1.0/me/absences', { ...plan, kind: 'vacation' }),
  },
  {
    resource: 'absences',
    action: 'register the times of another',
    status: 403,
    except: everyoneWith(201, [...may, ...desk]),
    call: (as, f) => as.post(`/v1.0/users/${f.kariId}/absences`, plan),
  },
  {
    resource: 'absences',
    action: 'register another with a reason',
    status: 403,
    except: everyoneWith(201, may),
    call: (as, f) => as.post(`/v1.0/users/${f.kariId}/absences`, { ...plan, kind: 'leave' }),
  },
  {
    resource: 'absences',
    action: 'change the times of another',
    status: 403,
    except: everyoneWith(200, [...may, ...desk]),
    call: (as, f) =>
      as.patch(`/v1.0/users/${f.kariId}/absences/${f.absenceId}`, { endDateTime: null }, { 'if-match': '*' }),
  },
  {
    resource: 'absences',
    action: 'change the reason of another',
    status: 403,
    except: everyoneWith(200, ['kari.nilsen', 'ola.bakken']),
    call: (as, f) =>
      as.patch(`/v1.0/users/${f.kariId}/absences/${f.absenceId}`, { kind: 'other' }, { 'if-match': '*' }),
  },
  {
    resource: 'absences',
    action: 'change own',
    status: 404,
    except: { 'kari.nilsen': 200 },
    call: (as, f) => as.patch(`/v1.0/me/absences/${f.absenceId}`, { note: 'B' }, { 'if-match': '*' }),
  },
  {
    resource: 'absences',
    action: 'delete of another',
    status: 403,
    except: everyoneWith(204, [...may, ...desk]),
    call: (as, f) => as.delete(`/v1.0/users/${f.kariId}/absences/${f.absenceId}`),
  },
  {
    resource: 'absences',
    action: 'delete own',
    status: 404,
    except: { 'kari.nilsen': 204 },
    call: (as, f) => as.delete(`/v1.0/me/absences/${f.absenceId}`),
  },
  {
    resource: 'absences',
    action: 'read in an own calendar',
    status: 200,
    call: (as) => as.post('/v1.0/me/absences/importCalendar', calendar, asCalendar),
  },
  {
    resource: 'absences',
    action: 'see what an own calendar would become',
    status: 200,
    call: (as) => as.post('/v1.0/me/absences/previewCalendar', calendar, asCalendar),
  },
  {
    resource: 'absences',
    action: 'see what the calendar of another would become',
    status: 403,
    except: everyoneWith(200, ['kari.nilsen', 'ola.bakken']),
    call: (as, f) => as.post(`/v1.0/users/${f.kariId}/absences/previewCalendar`, calendar, asCalendar),
  },
  {
    resource: 'absences',
    action: 'read in the calendar of another',
    status: 403,
    except: everyoneWith(200, ['kari.nilsen', 'ola.bakken']),
    call: (as, f) => as.post(`/v1.0/users/${f.kariId}/absences/importCalendar`, calendar, asCalendar),
  },
  ...(['acceptSubstitution', 'declineSubstitution'] as const).flatMap((action): Row[] => [
    {
      resource: 'absences',
      action,
      status: 403,
      except: { 'nina.aas': 200 },
      call: (as, f) => as.post(`/v1.0/users/${f.kariId}/absences/${f.absenceId}/${action}`),
    },
    {
      resource: 'absences',
      action: `${action} of an own absence`,
      status: 404,
      except: { 'kari.nilsen': 403 },
      call: (as, f) => as.post(`/v1.0/me/absences/${f.absenceId}/${action}`),
    },
  ]),
  {
    resource: 'mailboxSettings',
    action: 'read own',
    status: 200,
    call: (as) => as.get('/v1.0/me/mailboxSettings'),
  },
  {
    resource: 'mailboxSettings',
    action: 'change own',
    status: 200,
    call: (as) =>
      as.patch('/v1.0/me/mailboxSettings', { automaticRepliesSetting: { status: 'alwaysEnabled' } }),
  },
  {
    resource: 'substitutions',
    action: 'list own',
    status: 200,
    call: (as) => as.get('/v1.0/me/substitutions'),
  },
  {
    resource: 'substitutions',
    action: 'count those for Kari',
    status: 0,
    except: { 'nina.aas': 1 },
    says: async (response) => Number(await response.text()),
    call: (as) => as.get(`/v1.0/me/substitutions/$count?$filter=user/id eq ${demoPerson('kari.nilsen').id}`),
  },
]
