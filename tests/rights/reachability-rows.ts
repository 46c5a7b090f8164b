import { everyoneWith, leaders, type Row } from './row.ts'

/** Rights on reachability, and on Graph's presence. */
export const reachabilityRows: Row[] = [
  {
    resource: 'reachability',
    action: 'read',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/reachability`),
  },
  {
    resource: 'reachability',
    action: 'read own',
    status: 200,
    call: (as) => as.get('/v1.0/me/reachability'),
  },
  {
    resource: 'reachability',
    action: 'read of one who has left',
    status: 404,
    call: (as, f) => as.get(`/v1.0/users/${f.disabledId}/reachability`),
  },
  {
    resource: 'reachability',
    action: 'read of many',
    status: 200,
    call: (as, f) => as.post('/v1.0/reachability/getByUserIds', { ids: [f.kariId] }),
  },
  {
    resource: 'reachability',
    action: 'ask about a subject',
    status: 200,
    call: (as) => as.get('/v1.0/reachability/bySubject?subject=byggesak'),
  },
  {
    resource: 'presence',
    action: 'read',
    status: 200,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/presence`),
  },
  { resource: 'presence', action: 'read own', status: 200, call: (as) => as.get('/v1.0/me/presence') },
  {
    resource: 'presence',
    action: 'read of one who has left',
    status: 404,
    call: (as, f) => as.get(`/v1.0/users/${f.disabledId}/presence`),
  },
  {
    resource: 'presence',
    action: 'read of many',
    status: 200,
    call: (as, f) => as.post('/v1.0/communications/getPresencesByUserId', { ids: [f.kariId] }),
  },
  {
    resource: 'reachability',
    action: 'see who of a unit is away today',
    status: 200,
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.departmentId}/awayToday`),
  },
  {
    resource: 'reachability',
    action: 'read the week of a unit',
    status: 403,
    except: everyoneWith(200, [...leaders, 'anne.vik']),
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.departmentId}/week`),
  },
  {
    resource: 'reachability',
    action: 'read the week of a unit in another sector',
    status: 403,
    except: everyoneWith(200, ['marit.haugen', 'anne.vik']),
    call: (as, f) => as.get(`/v1.0/orgUnits/${f.placeHiddenUnitId}/week`),
  },
]
