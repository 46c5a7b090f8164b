import type { Caller } from '../call-api.ts'
import type { Fixtures } from './fixtures.ts'
import { everyoneWith, leaders, type Person, type Row, valueCount } from './row.ts'

/** HR, and the only demo person who leads them from above. */
const trusted = ['hege.moen', 'marit.haugen'] as const
const only = (people: readonly Person[], status: number) => everyoneWith(status, people)

/** Whether the text of an answer names somebody: 1 or 0, or the status of an error. */
const names = (displayName: (f: Fixtures) => string) => {
  let name = ''
  return {
    call: (call: (as: Caller, f: Fixtures) => Promise<Response>) => (as: Caller, f: Fixtures) => {
      name = displayName(f)
      return call(as, f)
    },
    says: async (response: Response) =>
      response.status === 200 ? Number((await response.text()).includes(name)) : response.status,
  }
}

const hiddenName = names((f) => f.hidden.displayName)
const hiddenId = names((f) => f.hidden.id)
const placeId = names((f) => f.placeHiddenId)

const encoded = (text: string) => encodeURIComponent(text)

/** One way to the person who is hidden whole: found by those who may, by nobody else. */
const hidden = (action: string, call: (as: Caller, f: Fixtures) => Promise<Response>): Row => ({
  resource: 'protected person',
  action,
  status: 0,
  except: only(trusted, 1),
  says: hiddenName.says,
  call: hiddenName.call(call),
})

/** Something below the person in the path, which is not there for others. */
const below = (action: string, path: string, status = 200): Row => ({
  resource: 'protected person',
  action,
  status: 404,
  except: only(trusted, status),
  call: (as, f) => as.get(`/v1.0/users/${f.hidden.id}${path}`),
})

/** Protected persons through every path of the API (features.md K28). */
export const protectedRows: Row[] = [
  below('read', ''),
  below('vCard', '/vCard'),
  below('manager', '/manager'),
  below('directReports', '/directReports'),
  below('photo', '/photo/$value', 404),
  hidden('list', (as, f) =>
    as.get(
      `/v1.0/users?$top=999&$filter=startswith(displayName,'${encoded(f.hidden.displayName.slice(0, 4))}')`,
    ),
  ),
  hidden('search', (as, f) => as.get(`/v1.0/users?$top=200&$search="${encoded(f.hidden.displayName)}"`)),
  hidden('filter', (as, f) =>
    as.get(
      `/v1.0/users?$filter=displayName eq '${encoded(f.hidden.displayName)}' and id eq '${f.hidden.id}'`,
    ),
  ),
  hidden('directReports of the leader', (as, f) =>
    as.get(`/v1.0/users/${f.hidden.managerId}/directReports?$top=200`),
  ),
  hidden('members', (as, f) => as.get(`/v1.0/orgUnits/${f.hidden.unitId}/members?$top=200`)),
  hidden('transitiveMembers', (as, f) =>
    as.get(`/v1.0/orgUnits/${f.hidden.unitId}/transitiveMembers?$top=200`),
  ),
  {
    resource: 'protected person',
    action: 'count',
    status: 0,
    except: only(trusted, 1),
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/users/$count?$filter=id eq '${f.hidden.id}'`),
  },
  {
    resource: 'protected person',
    action: 'batch',
    status: 404,
    except: only(trusted, 200),
    says: async (response) =>
      ((await response.json()) as { responses: { status: number }[] }).responses[0]?.status ??
      response.status,
    call: (as, f) =>
      as.post('/v1.0/$batch', { requests: [{ id: '1', method: 'GET', url: `/users/${f.hidden.id}` }] }),
  },
  {
    resource: 'protected person',
    action: 'CSV of the unit',
    status: 403,
    except: { 'anne.vik': 0, 'hege.moen': 1, 'marit.haugen': 1 },
    says: hiddenName.says,
    call: hiddenName.call((as, f) => as.get(`/v1.0/orgUnits/${f.hidden.unitId}/members/export`)),
  },
  {
    resource: 'protected person',
    action: 'keep at hand',
    status: 404,
    except: only(trusted, 204),
    call: (as, f) => as.put(`/v1.0/me/favorites/${f.hidden.id}`),
  },
  {
    resource: 'protected person',
    action: 'expand as a manager',
    status: 0,
    except: only(trusted, 1),
    says: hiddenId.says,
    call: hiddenId.call((as, f) =>
      as.get(`/v1.0/users?$expand=manager($select=id)&$filter=id eq '${f.hidden.id}'`),
    ),
  },
  {
    resource: 'protection',
    action: 'read why',
    status: 404,
    except: { 'hege.moen': 200, 'marit.haugen': 403 },
    call: (as, f) => as.get(`/v1.0/users/${f.hidden.id}/protection`),
  },
  {
    resource: 'protection',
    action: 'protect',
    status: 403,
    except: { 'hege.moen': 200 },
    call: (as, f) =>
      as.put(`/v1.0/users/${f.kariId}/protection`, { hides: ['phone'], reason: 'Ønsket av den ansatte.' }),
  },
  {
    resource: 'protection',
    action: 'end',
    status: 404,
    except: { 'hege.moen': 204, 'marit.haugen': 403 },
    call: (as, f) => as.delete(`/v1.0/users/${f.hidden.id}/protection`),
  },
  {
    resource: 'protected place',
    action: 'read unit',
    status: 0,
    except: only(trusted, 1),
    says: async (response) => {
      const person = (await response.json()) as Record<string, unknown>
      const hiddenParts = [person.orgUnitId, person.department, person.officeLocation]
      const shown = hiddenParts.filter((part) => part !== null).length
      const positions = (person.positions as unknown[]).length
      return shown === 0 && positions === 0 ? 0 : shown === 3 && positions > 0 ? 1 : -1
    },
    call: (as, f) => as.get(`/v1.0/users/${f.placeHiddenId}`),
  },
  {
    resource: 'protected place',
    action: 'filter by unit',
    status: 0,
    except: only(trusted, 1),
    says: valueCount,
    call: (as, f) =>
      as.get(`/v1.0/users?$filter=orgUnitId eq '${f.placeHiddenUnitId}' and id eq '${f.placeHiddenId}'`),
  },
  {
    resource: 'protected place',
    action: 'members',
    status: 0,
    except: only(trusted, 1),
    says: placeId.says,
    call: placeId.call((as, f) => as.get(`/v1.0/orgUnits/${f.placeHiddenUnitId}/members?$top=200`)),
  },
  {
    resource: 'protected place',
    action: 'manager',
    status: 404,
    except: only(trusted, 200),
    call: (as, f) => as.get(`/v1.0/users/${f.placeHiddenId}/manager`),
  },
  {
    resource: 'protected phone',
    action: 'filter by number',
    status: 0,
    except: only(['hege.moen', 'marit.haugen', 'arne.lund'], 1),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/users?$filter=businessPhones/any(p:p eq '${f.phoneHidden.number}')`),
  },
  {
    resource: 'protected phone',
    action: 'photo, which is hidden too',
    status: 404,
    except: only(['hege.moen', 'marit.haugen', 'arne.lund'], 200),
    call: (as, f) => as.get(`/v1.0/users/${f.phoneHidden.id}/photo/$value`),
  },
  {
    resource: 'protected person',
    action: 'name as deputy',
    status: 403,
    except: { ...everyoneWith(422, leaders), 'hege.moen': 204, 'marit.haugen': 204 },
    call: (as, f) => as.patch(`/v1.0/orgUnits/${f.departmentId}`, { deputyLeaderId: f.hidden.id }),
  },
]
