import type { Fixtures } from './fixtures.ts'
import { everyoneWith, type Row } from './row.ts'

const one = (f: Fixtures) => `/v1.0/duties/${f.duty.id}`
const shifts = (f: Fixtures) => `${one(f)}/shifts`

/** Who leads the nursing home or above, and the service desk. */
const editors = ['ingrid.solberg', 'arne.lund', 'marit.haugen', 'anne.vik'] as const

/** Rights on standing duties: the fixture belongs to the nursing home, and Kari has it. */
export const dutyRows: Row[] = [
  { resource: 'duties', action: 'list', status: 200, call: (as) => as.get('/v1.0/duties') },
  { resource: 'duties', action: 'count', status: 200, call: (as) => as.get('/v1.0/duties/$count') },
  { resource: 'duties', action: 'read', status: 200, call: (as, f) => as.get(one(f)) },
  {
    resource: 'duties',
    action: 'create',
    status: 403,
    except: everyoneWith(201, editors),
    call: (as, f) => as.post('/v1.0/duties', { displayName: 'Bakvakt', orgUnitId: f.nursingHomeId }),
  },
  {
    resource: 'duties',
    action: 'create in a department',
    status: 403,
    except: everyoneWith(201, ['ola.bakken', ...editors]),
    call: (as, f) => as.post('/v1.0/duties', { displayName: 'Ringevakt', orgUnitId: f.departmentId }),
  },
  {
    resource: 'duties',
    action: 'change',
    status: 403,
    except: everyoneWith(204, editors),
    call: (as, f) => as.patch(one(f), { displayName: 'Bakvakt' }, { 'if-match': f.duty.etag }),
  },
  {
    resource: 'duties',
    action: 'delete',
    status: 403,
    except: everyoneWith(204, editors),
    call: (as, f) => as.delete(one(f)),
  },
  { resource: 'duties', action: 'list shifts', status: 200, call: (as, f) => as.get(shifts(f)) },
  { resource: 'duties', action: 'count shifts', status: 200, call: (as, f) => as.get(`${shifts(f)}/$count`) },
  {
    resource: 'duties',
    action: 'add a shift',
    status: 403,
    except: everyoneWith(201, editors),
    call: (as, f) =>
      as.post(shifts(f), {
        userId: f.kariId,
        startDateTime: '2099-01-01T08:00:00Z',
        endDateTime: '2099-01-02T08:00:00Z',
      }),
  },
  {
    resource: 'duties',
    action: 'remove a shift',
    status: 403,
    except: everyoneWith(204, editors),
    call: (as, f) => as.delete(`${shifts(f)}/${f.dutyShiftId}`),
  },
]
