import { type Caller } from '../call-api.ts'
import type { Fixtures } from './fixtures.ts'
import { everyoneWith, leaders, type Person, type Row, valueCount } from './row.ts'

const one = (f: Fixtures) => `/v1.0/deviations/${f.deviation.id}`
const filter = (f: Fixtures) => `$filter=id eq ${f.deviation.id}`
const reason = { reason: 'Derfor' }

/** The fixture is Kari's, of health and safety, medium, just registered, with a corrective action of the teacher's. */
const seers = ['kari.nilsen', ...leaders, 'tor.berg', 'nina.aas'] as const
const treaters = leaders
/** 404 for outsiders, 403 for who sees it and may not, and what the others get. */
const action = (name: string, body: unknown, allowed: Partial<Record<Person, number>>): Row => ({
  resource: 'deviations',
  action: name,
  status: 404,
  except: { ...everyoneWith(403, seers), ...allowed },
  call: (as: Caller, f: Fixtures) =>
    as.post(`${one(f)}/${name}`, typeof body === 'function' ? (body as (f: Fixtures) => unknown)(f) : body),
})
const may = (status: number, people: readonly Person[]) => everyoneWith(status, people)
const notice = { nature: 'x', peopleAndRecords: 'x', contact: 'x', consequences: 'x', measures: 'x' }
const shielders = ['ingrid.solberg', 'arne.lund', 'marit.haugen', 'tor.berg'] as const

/** Rights on deviations (features.md §8.1). Each state and role is tried in `api/deviations/lifecycle.test.ts`. */
export const deviationRows: Row[] = [
  {
    resource: 'deviations',
    action: 'list',
    status: 0,
    except: everyoneWith(1, seers),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/deviations?${filter(f)}`),
  },
  {
    resource: 'deviations',
    action: 'search',
    status: 0,
    except: everyoneWith(1, seers),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/deviations?$search="rettighetsprøve"&${filter(f)}`),
  },
  {
    resource: 'deviations',
    action: 'count',
    status: 0,
    except: everyoneWith(1, seers),
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/deviations/$count?${filter(f)}`),
  },
  {
    resource: 'deviations',
    action: 'read',
    status: 404,
    except: everyoneWith(200, seers),
    call: (as, f) => as.get(one(f)),
  },
  {
    resource: 'deviations',
    action: 'similar',
    status: 404,
    except: everyoneWith(200, seers),
    call: (as, f) => as.get(`${one(f)}/similar`),
  },
  {
    resource: 'deviations',
    action: 'effect',
    status: 404,
    except: { ...everyoneWith(403, seers), ...everyoneWith(200, treaters) },
    call: (as, f) => as.get(`${one(f)}/effect`),
  },
  {
    resource: 'deviations',
    action: 'list messages',
    status: 404,
    except: everyoneWith(200, seers),
    call: (as, f) => as.get(`${one(f)}/messages`),
  },
  {
    resource: 'deviations',
    action: 'write a message',
    status: 404,
    except: everyoneWith(201, seers),
    call: (as, f) => as.post(`${one(f)}/messages`, { text: 'Når skjedde det?' }),
  },
  {
    resource: 'deviations',
    action: 'report',
    status: 201,
    call: (as) =>
      as.post('/v1.0/deviations', {
        title: 'Løst rekkverk',
        occurredDateTime: '2025-03-12T08:00:00Z',
        severity: 1,
      }),
  },
  {
    resource: 'deviations',
    action: 'check',
    status: 200,
    call: (as) => as.post('/v1.0/deviations/check', { title: 'Løst rekkverk' }),
  },
  {
    resource: 'deviations',
    action: 'supplement',
    status: 404,
    except: { ...everyoneWith(403, seers), 'kari.nilsen': 204 },
    call: (as, f) => as.patch(one(f), { place: 'Gangen' }, { 'if-match': '*' }),
  },
  {
    resource: 'deviations',
    action: 'classify',
    status: 404,
    except: { ...everyoneWith(403, seers), ...everyoneWith(204, [...treaters, 'tor.berg']) },
    call: (as, f) => as.patch(one(f), { severity: 2 }, { 'if-match': '*' }),
  },
  {
    resource: 'deviations',
    action: 'statistics',
    status: 200,
    call: (as) => as.get('/v1.0/deviations/statistics'),
  },
  {
    resource: 'deviations',
    action: 'read settings',
    status: 200,
    call: (as) => as.get('/v1.0/deviations/settings'),
  },
  {
    resource: 'deviations',
    action: 'change settings',
    status: 403,
    except: { 'tor.berg': 200 },
    call: (as) => as.patch('/v1.0/deviations/settings', { evaluateAfterDays: 60 }, { 'if-match': '*' }),
  },
  action('receive', undefined, may(200, treaters)),
  action('startTreatment', undefined, may(409, treaters)),
  action(
    'forward',
    (f: Fixtures) => ({ orgUnitId: f.departmentId, ...reason }),
    may(409, [...treaters, 'tor.berg']),
  ),
  action('accept', undefined, may(409, leaders)),
  action('return', reason, may(409, leaders)),
  action('reject', reason, may(200, [...treaters, 'tor.berg'])),
  action('object', reason, { 'kari.nilsen': 409 }),
  action('addAction', (f: Fixtures) => ({ description: 'Matte', ownerId: f.kariId }), may(409, treaters)),
  action('acceptAction', (f: Fixtures) => ({ actionId: f.deviation.actionId }), { 'sara.holm': 204 }),
  action('completeAction', (f: Fixtures) => ({ actionId: f.deviation.actionId }), {
    ...may(409, treaters),
    'sara.holm': 409,
  }),
  action('submitForReview', {}, may(409, treaters)),
  action('evaluate', { effectiveness: 'effective', note: 'Hjalp' }, may(409, treaters)),
  action('close', { documentOutcome: 'missing' }, may(409, treaters)),
  action('reopen', reason, may(409, [...treaters, 'tor.berg'])),
  action('requestReopening', reason, may(409, ['kari.nilsen', 'nina.aas'])),
  action('merge', (f: Fixtures) => ({ intoId: f.deviation.id }), may(409, treaters)),
  action('shield', reason, may(200, shielders)),
  action('unshield', reason, may(409, shielders)),
  action('proposeAuthorityNotice', { outcome: 'notify', content: notice }, {}),
  action('adviseAuthorityNotice', { outcome: 'notify', note: 'Ja' }, {}),
  action('decideAuthorityNotice', { outcome: 'notify', content: notice }, {}),
  {
    resource: 'deviations: correctiveActions',
    action: 'list',
    status: 0,
    except: everyoneWith(1, [...seers, 'sara.holm']),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/correctiveActions?$filter=id eq ${f.deviation.actionId}`),
  },
  {
    resource: 'deviations: correctiveActions',
    action: 'count',
    status: 0,
    except: everyoneWith(1, [...seers, 'sara.holm']),
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/correctiveActions/$count?$filter=id eq ${f.deviation.actionId}`),
  },
  {
    resource: 'deviations: correctiveActions',
    action: 'read',
    status: 404,
    except: everyoneWith(200, [...seers, 'sara.holm']),
    call: (as, f) => as.get(`/v1.0/correctiveActions/${f.deviation.actionId}`),
  },
]
