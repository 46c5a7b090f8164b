import type { Caller } from '../call-api.ts'
import type { Fixtures } from './fixtures.ts'

/** Everyone a right is tried as: the demo people, and three who must never get in. */
export const columns = [
  'kari.nilsen',
  'ola.bakken',
  'ingrid.solberg',
  'arne.lund',
  'marit.haugen',
  'liv.dahl',
  'hege.moen',
  'tor.berg',
  'nina.aas',
  'per.eide',
  'anne.vik',
  'jon.strand',
  'sara.holm',
  'signed out',
  'disabled',
  'expired token',
] as const
export type Column = (typeof columns)[number]
type Person = Exclude<Column, 'signed out' | 'disabled' | 'expired token'>

/** One thing someone may try. The last three columns are 401 in every row. */
export interface Row {
  resource: string
  action: string
  call: (as: Caller, fixtures: Fixtures) => Promise<Response>
  /** Status of those named in `except`, and of everybody else. */
  status: number
  except?: Partial<Record<Person, number>>
  /** What the body says instead of a status, for questions answered 200 either way. */
  says?: (response: Response) => Promise<number>
}

const everyoneWith = (status: number, people: readonly Person[]): Partial<Record<Person, number>> =>
  Object.fromEntries(people.map((person) => [person, status]))

const recipients = ['kari.nilsen', 'ola.bakken', 'ingrid.solberg', 'nina.aas'] as const
/** Author, leaders above the responsible unit, communications. */
const managers = ['ingrid.solberg', 'arne.lund', 'marit.haugen', 'liv.dahl'] as const
const draftManagers = ['ola.bakken', ...managers] as const
const leaders = ['ola.bakken', 'ingrid.solberg', 'arne.lund', 'marit.haugen'] as const
const seesPost = { ...everyoneWith(200, recipients), ...everyoneWith(200, managers) }
const writers = everyoneWith(201, [...leaders, 'liv.dahl'])
const ifMatch = (etag: string) => ({ 'if-match': etag })
const valueCount = async (response: Response) =>
  ((await response.json()) as { value: unknown[] }).value.length
const message =
  'From: noen@example.org\r\nTo: alle@elvestrand.example\r\nSubject: Hei\r\n\r\nKantina er stengt i dag.\r\n'

/** Who may do what: the whole of it. A new route needs a row here (tests/rights/rights.test.ts checks). */
export const table: Row[] = [
  { resource: 'users', action: 'list', status: 200, call: (as) => as.get('/v1.0/users') },
  { resource: 'users', action: 'count', status: 200, call: (as) => as.get('/v1.0/users/$count') },
  { resource: 'users', action: 'read', status: 200, call: (as, f) => as.get(`/v1.0/users/${f.kariId}`) },
  {
    resource: 'users',
    action: 'read one who has left',
    status: 404,
    except: { 'hege.moen': 200, 'jon.strand': 200 },
    call: (as, f) => as.get(`/v1.0/users/${f.disabledId}`),
  },
  {
    resource: 'users',
    action: 'find one who has left',
    status: 0,
    except: { 'hege.moen': 1, 'jon.strand': 1 },
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/users?$filter=id eq '${f.disabledId}'`),
  },
  { resource: 'users', action: 'read oneself', status: 200, call: (as) => as.get('/v1.0/me') },
  {
    resource: 'users',
    action: 'read own manager',
    status: 200,
    except: { 'marit.haugen': 404 },
    call: (as) => as.get('/v1.0/me/manager'),
  },
  {
    resource: 'users',
    action: 'read a manager',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/manager`),
  },
  {
    resource: 'users',
    action: 'list reports',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/directReports`),
  },
  {
    resource: 'users',
    action: 'list own reports',
    status: 200,
    call: (as) => as.get('/v1.0/me/directReports'),
  },
  {
    resource: 'users',
    action: 'read a photo nobody set',
    status: 404,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/photo/$value`),
  },
  {
    resource: 'users',
    action: 'set a photo',
    status: 403,
    except: { 'kari.nilsen': 204 },
    call: (as, f) =>
      as.put(`/v1.0/users/${f.kariId}/photo/$value`, onePixel(), { 'content-type': 'image/png' }),
  },
  { resource: 'users', action: 'create', status: 405, call: (as) => as.post('/v1.0/users', {}) },
  {
    resource: 'users',
    action: 'change',
    status: 405,
    call: (as, f) => as.patch(`/v1.0/users/${f.kariId}`, {}),
  },

  { resource: 'orgUnits', action: 'list', status: 200, call: (as) => as.get('/v1.0/orgUnits') },
  { resource: 'orgUnits', action: 'count', status: 200, call: (as) => as.get('/v1.0/orgUnits/$count') },
  {
    resource: 'orgUnits',
    action: 'read',
    status: 200,
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.nursingHomeId}`),
  },
  { resource: 'orgUnits', action: 'create', status: 405, call: (as) => as.post('/v1.0/orgUnits', {}) },

  { resource: 'organization', action: 'read', status: 200, call: (as) => as.get('/v1.0/organization') },
  {
    resource: 'organization',
    action: 'change',
    status: 403,
    except: { 'jon.strand': 204 },
    call: (as, f) =>
      as.patch(`/v1.0/organization/${f.organizationId}`, { branding: { accentColor: '#123456' } }),
  },

  { resource: 'newsPosts', action: 'list', status: 200, call: (as) => as.get('/v1.0/newsPosts') },
  { resource: 'newsPosts', action: 'list own', status: 200, call: (as) => as.get('/v1.0/me/newsPosts') },
  {
    resource: 'newsPosts',
    action: 'count own',
    status: 200,
    call: (as) => as.get('/v1.0/me/newsPosts/$count'),
  },
  {
    resource: 'newsPosts',
    action: 'read',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.post.id}`),
  },
  {
    resource: 'newsPosts',
    action: 'find by filter in the feed',
    status: 0,
    except: everyoneWith(1, recipients),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/newsPosts?$filter=id eq '${f.post.id}'`),
  },
  {
    resource: 'newsPosts',
    action: 'find by search in the feed',
    status: 0,
    except: everyoneWith(1, recipients),
    says: valueCount,
    call: (as) => as.get('/v1.0/newsPosts?$search=kjelesvik'),
  },
  {
    resource: 'newsPosts',
    action: 'find by search among own',
    status: 0,
    except: { 'ola.bakken': 1, ...everyoneWith(2, managers) },
    says: valueCount,
    call: (as) => as.get('/v1.0/me/newsPosts?$search=kjelesvik'),
  },
  {
    resource: 'newsPosts',
    action: 'find by counting',
    status: 0,
    except: everyoneWith(1, recipients),
    says: async (response) => Number(await response.text()),
    call: (as) => as.get('/v1.0/newsPosts/$count?$search=kjelesvik'),
  },
  {
    resource: 'newsPosts',
    action: 'read in a batch',
    status: 404,
    except: seesPost,
    says: async (response) =>
      ((await response.json()) as { responses: { status: number }[] }).responses[0]?.status ?? 0,
    call: (as, f) =>
      as.post('/v1.0/$batch', { requests: [{ id: '1', method: 'GET', url: `/newsPosts/${f.post.id}` }] }),
  },
  {
    resource: 'newsPosts',
    action: 'read a draft',
    status: 404,
    except: everyoneWith(200, draftManagers),
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.draft.id}`),
  },
  {
    resource: 'newsPosts',
    action: 'create',
    status: 403,
    except: writers,
    call: (as) => as.post('/v1.0/newsPosts', { title: 'Hei' }),
  },
  {
    resource: 'newsPosts',
    action: 'import a message',
    status: 403,
    except: writers,
    call: (as) => as.post('/v1.0/newsPosts/importMessage', message, { 'content-type': 'message/rfc822' }),
  },
  {
    resource: 'newsPosts',
    action: 'count recipients',
    status: 403,
    except: everyoneWith(200, [...leaders, 'liv.dahl']),
    call: (as) => as.post('/v1.0/newsPosts/countRecipients', { everyone: true, orgUnitIds: [], roles: [] }),
  },
  {
    resource: 'newsPosts',
    action: 'change',
    status: 404,
    except: { ...everyoneWith(403, recipients), ...everyoneWith(204, managers) },
    call: (as, f) => as.patch(`/v1.0/newsPosts/${f.post.id}`, { lead: 'Nytt' }, ifMatch(f.post.etag)),
  },
  {
    resource: 'newsPosts',
    action: 'send out to everyone',
    status: 404,
    except: { ...everyoneWith(403, [...recipients, 'arne.lund', 'marit.haugen']), 'liv.dahl': 204 },
    call: (as, f) =>
      as.patch(
        `/v1.0/newsPosts/${f.post.id}`,
        { audience: { everyone: true, orgUnitIds: [], roles: [] } },
        ifMatch(f.post.etag),
      ),
  },
  {
    resource: 'newsPosts',
    action: 'change a draft',
    status: 404,
    except: everyoneWith(204, draftManagers),
    call: (as, f) => as.patch(`/v1.0/newsPosts/${f.draft.id}`, { title: 'Nytt' }, ifMatch(f.draft.etag)),
  },
  {
    resource: 'newsPosts',
    action: 'publish a draft',
    status: 404,
    except: everyoneWith(200, draftManagers),
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.draft.id}/publish`),
  },
  {
    resource: 'newsPosts',
    action: 'archive',
    status: 404,
    except: { ...everyoneWith(403, recipients), ...everyoneWith(200, managers) },
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.post.id}/archive`),
  },
  {
    resource: 'newsPosts',
    action: 'delete a draft',
    status: 404,
    except: everyoneWith(204, draftManagers),
    call: (as, f) => as.delete(`/v1.0/newsPosts/${f.draft.id}`),
  },
  {
    resource: 'newsPosts',
    action: 'delete what is out',
    status: 404,
    except: { ...everyoneWith(403, recipients), ...everyoneWith(409, managers) },
    call: (as, f) => as.delete(`/v1.0/newsPosts/${f.post.id}`),
  },
  {
    resource: 'newsPosts',
    action: 'mark as read',
    status: 404,
    except: { ...everyoneWith(204, recipients), ...everyoneWith(204, managers) },
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.post.id}/markRead`),
  },
  {
    resource: 'newsPosts',
    action: 'confirm',
    status: 404,
    except: { ...everyoneWith(403, managers), ...everyoneWith(200, recipients) },
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.post.id}/confirm`, { version: 1 }),
  },
  {
    resource: 'newsPosts',
    action: 'list confirmations',
    status: 404,
    except: { ...everyoneWith(403, recipients), ...everyoneWith(200, ['ola.bakken', ...managers]) },
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.post.id}/confirmations`),
  },
  {
    resource: 'newsPosts',
    action: 'count confirmations',
    status: 404,
    except: { ...everyoneWith(403, recipients), ...everyoneWith(141, managers), 'ola.bakken': 31 },
    says: async (response) => (response.ok ? Number(await response.text()) : response.status),
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.post.id}/confirmations/$count`),
  },

  {
    resource: 'files',
    action: 'read of a post',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`/v1.0/files/${f.attachedFileId}`),
  },
  {
    resource: 'files',
    action: 'download of a post',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`/v1.0/files/${f.attachedFileId}/content`),
  },
  {
    resource: 'files',
    action: 'read a loose one',
    status: 404,
    except: { 'kari.nilsen': 200 },
    call: (as, f) => as.get(`/v1.0/files/${f.looseFileId}`),
  },
  {
    resource: 'files',
    action: 'download a loose one',
    status: 404,
    except: { 'kari.nilsen': 200 },
    call: (as, f) => as.get(`/v1.0/files/${f.looseFileId}/content`),
  },
  {
    resource: 'files',
    action: 'delete a loose one',
    status: 404,
    except: { 'kari.nilsen': 204 },
    call: (as, f) => as.delete(`/v1.0/files/${f.looseFileId}`),
  },
  {
    resource: 'files',
    action: 'put a stranger’s on a post',
    status: 403,
    except: { ...everyoneWith(422, [...leaders, 'liv.dahl']) },
    call: (as, f) => as.post('/v1.0/newsPosts', { title: 'Hei', attachmentIds: [f.looseFileId] }),
  },
  {
    resource: 'files',
    action: 'start an upload',
    status: 200,
    call: (as) => as.post('/v1.0/files/createUploadSession', { item: { name: 'a.txt', fileSize: 3 } }),
  },

  {
    resource: 'auditEntries',
    action: 'list',
    status: 403,
    except: { 'per.eide': 200, 'jon.strand': 200 },
    call: (as) => as.get('/v1.0/auditEntries'),
  },
  {
    resource: 'auditEntries',
    action: 'count',
    status: 403,
    except: { 'per.eide': 200, 'jon.strand': 200 },
    call: (as) => as.get('/v1.0/auditEntries/$count'),
  },
  {
    resource: 'auditEntries',
    action: 'verify',
    status: 403,
    except: { 'per.eide': 200, 'jon.strand': 200 },
    call: (as) => as.get('/v1.0/auditEntries/verify'),
  },
  {
    resource: 'auditEntries',
    action: 'change',
    status: 405,
    call: (as) => as.post('/v1.0/auditEntries', {}),
  },

  {
    resource: 'service',
    action: 'batch',
    status: 200,
    call: (as) => as.post('/v1.0/$batch', { requests: [] }),
  },
  { resource: 'service', action: 'metadata', status: 200, call: (as) => as.get('/v1.0/$metadata') },
  {
    resource: 'service',
    action: 'listen',
    status: 200,
    call: async (as) => {
      const response = await as.get('/v1.0/live')
      if (response.ok) await response.body?.cancel()
      return response
    },
  },
]

/** The smallest PNG there is: one grey pixel. */
function onePixel(): Uint8Array {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}
