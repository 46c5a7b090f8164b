import { samplePng } from '../sample-files.ts'
import { everyoneWith, leaders, type Row, valueCount } from './row.ts'

const squarePng = () => samplePng({ width: 48, height: 48 })

const photo = (size: number) => `photos/${size}x${size}/$value`

/** Rights on what people tell of themselves, on favourites, and on members of units. */
export const peopleRows: Row[] = [
  {
    resource: 'users',
    action: 'tell of oneself',
    status: 204,
    call: (as) => as.patch('/v1.0/me', { aboutMe: 'Spør meg gjerne.', workdays: [1, 2] }),
  },
  {
    resource: 'users',
    action: 'tell of another',
    status: 403,
    except: { 'kari.nilsen': 204 },
    call: (as, f) => as.patch(`/v1.0/users/${f.kariId}`, { aboutMe: 'Spør meg gjerne.' }),
  },
  {
    resource: 'users',
    action: 'set what another can be asked about',
    status: 403,
    except: everyoneWith(204, ['kari.nilsen', 'anne.vik', ...leaders]),
    call: (as, f) => as.patch(`/v1.0/users/${f.kariId}`, { responsibilities: ['sårstell'] }),
  },
  {
    resource: 'users',
    action: 'take a vCard',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/vCard`),
  },
  { resource: 'users', action: 'take own vCard', status: 200, call: (as) => as.get('/v1.0/me/vCard') },
  {
    resource: 'users',
    action: 'read a small photo nobody set',
    status: 404,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/${photo(96)}`),
  },
  {
    resource: 'users',
    action: 'read own small photo, which is not set',
    status: 404,
    call: (as) => as.get(`/v1.0/me/${photo(96)}`),
  },
  {
    resource: 'users',
    action: 'set a small photo without a large one',
    status: 404,
    call: (as) => as.put(`/v1.0/me/${photo(48)}`, squarePng(), { 'content-type': 'image/png' }),
  },
  {
    resource: 'users',
    action: 'set a small photo of another',
    status: 403,
    except: { 'kari.nilsen': 404 },
    call: (as, f) =>
      as.put(`/v1.0/users/${f.kariId}/${photo(48)}`, squarePng(), { 'content-type': 'image/png' }),
  },
  {
    resource: 'users',
    action: 'remove own photo, which is not set',
    status: 404,
    call: (as) => as.delete('/v1.0/me/photo/$value'),
  },
  {
    resource: 'users',
    action: 'remove a photo',
    status: 403,
    except: { 'kari.nilsen': 404 },
    call: (as, f) => as.delete(`/v1.0/users/${f.kariId}/photo/$value`),
  },
  {
    resource: 'favorites',
    action: 'list one’s own',
    status: 0,
    says: valueCount,
    call: (as) => as.get('/v1.0/me/favorites'),
  },
  {
    resource: 'favorites',
    action: 'count',
    status: 200,
    call: (as) => as.get('/v1.0/me/favorites/$count'),
  },
  {
    resource: 'favorites',
    action: 'keep a colleague at hand',
    status: 204,
    call: (as, f) => as.put(`/v1.0/me/favorites/${f.kariId}`),
  },
  {
    resource: 'favorites',
    action: 'keep one who has left',
    status: 404,
    except: { 'hege.moen': 204, 'jon.strand': 204 },
    call: (as, f) => as.put(`/v1.0/me/favorites/${f.disabledId}`),
  },
  {
    resource: 'favorites',
    action: 'let go of one who is not there',
    status: 404,
    call: (as, f) => as.delete(`/v1.0/me/favorites/${f.kariId}`),
  },
  {
    resource: 'orgUnits',
    action: 'list members',
    status: 200,
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.departmentId}/members`),
  },
  {
    resource: 'orgUnits',
    action: 'count members',
    status: 200,
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.departmentId}/members/$count`),
  },
  {
    resource: 'orgUnits',
    action: 'list members below as well',
    status: 200,
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.nursingHomeId}/transitiveMembers`),
  },
  {
    resource: 'orgUnits',
    action: 'count members below as well',
    status: 200,
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.nursingHomeId}/transitiveMembers/$count`),
  },
  {
    resource: 'orgUnits',
    action: 'take the list of members out',
    status: 403,
    except: everyoneWith(200, ['hege.moen', 'anne.vik', ...leaders]),
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.departmentId}/members/export`),
  },
  {
    resource: 'orgUnits',
    action: 'name a deputy',
    status: 403,
    except: everyoneWith(204, ['hege.moen', ...leaders]),
    call: (as, f) => as.patch(`/v1.0/orgUnits/${f.departmentId}`, { deputyLeaderId: f.kariId }),
  },
]
