import { everyoneWith, leaders, type Row, valueCount } from './row.ts'

/** The smallest PNG there is: one grey pixel. */
function onePixel(): Uint8Array {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

/** Rights on users, orgUnits, organization. */
export const directoryRows: Row[] = [
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
    action: 'count reports of one who has none',
    status: 0,
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/directReports/$count`),
  },
  {
    resource: 'users',
    action: 'list reports of one who has left',
    status: 404,
    except: { 'hege.moen': 200, 'jon.strand': 200 },
    call: (as, f) => as.get(`/v1.0/users/${f.disabledId}/directReports`),
  },
  {
    resource: 'users',
    action: 'count own reports',
    status: 200,
    call: (as) => as.get('/v1.0/me/directReports/$count'),
  },
  {
    resource: 'users',
    action: 'read facts of a photo nobody set',
    status: 404,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/photo`),
  },
  {
    resource: 'users',
    action: 'read facts of own photo, which is not set',
    status: 404,
    call: (as) => as.get('/v1.0/me/photo'),
  },
  {
    resource: 'users',
    action: 'read own photo, which is not set',
    status: 404,
    call: (as) => as.get('/v1.0/me/photo/$value'),
  },
  {
    resource: 'users',
    action: 'set own photo',
    status: 204,
    call: (as) => as.put('/v1.0/me/photo/$value', onePixel(), { 'content-type': 'image/png' }),
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
    status: 403,
    except: everyoneWith(204, ['kari.nilsen', 'anne.vik', ...leaders]),
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
]
