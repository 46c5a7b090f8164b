import { everyoneWith, leaders, managers, valueCount, type Row } from './row.ts'

/** Rights on the screens that show news on walls. What they show needs no sign-in: api/info-screens/screen.test.ts. */
export const insightRows: Row[] = [
  {
    resource: 'infoScreens',
    action: 'find the one at the nursing home',
    status: 0,
    except: everyoneWith(1, managers),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/infoScreens?$filter=id eq '${f.infoScreenId}'`),
  },
  {
    resource: 'infoScreens',
    action: 'find by counting',
    status: 0,
    except: everyoneWith(1, managers),
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/infoScreens/$count?$filter=id eq '${f.infoScreenId}'`),
  },
  {
    resource: 'infoScreens',
    action: 'read',
    status: 404,
    except: everyoneWith(200, managers),
    call: (as, f) => as.get(`/v1.0/infoScreens/${f.infoScreenId}`),
  },
  {
    resource: 'infoScreens',
    action: 'put up at the nursing home',
    status: 403,
    except: everyoneWith(201, managers),
    call: (as, f) => as.post('/v1.0/infoScreens', { name: 'Kantina', orgUnitId: f.nursingHomeId }),
  },
  {
    resource: 'infoScreens',
    action: 'put up in a department',
    status: 403,
    except: everyoneWith(201, [...leaders, 'liv.dahl']),
    call: (as, f) => as.post('/v1.0/infoScreens', { name: 'Vaktrommet', orgUnitId: f.departmentId }),
  },
  {
    resource: 'infoScreens',
    action: 'give a new address',
    status: 404,
    except: everyoneWith(200, managers),
    call: (as, f) => as.post(`/v1.0/infoScreens/${f.infoScreenId}/renew`),
  },
  {
    resource: 'infoScreens',
    action: 'take down',
    status: 404,
    except: everyoneWith(204, managers),
    call: (as, f) => as.delete(`/v1.0/infoScreens/${f.infoScreenId}`),
  },
]
