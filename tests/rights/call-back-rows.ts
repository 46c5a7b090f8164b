import type { Fixtures } from './fixtures.ts'
import { everyoneWith, leaders, type Row, valueCount } from './row.ts'

const one = (f: Fixtures) => `/v1.0/callBackMessages/${f.callBackMessageId}`
const filter = (f: Fixtures) => `$filter=id eq ${f.callBackMessageId} and state eq 'open'`

/** Who is to ring back, and their leaders. */
const answerers = ['kari.nilsen', ...leaders] as const
/** Those, and the service desk, which took the message. */
const seers = [...answerers, 'anne.vik'] as const

/** Rights on messages to ring somebody back: the fixture is to Kari, taken by the service desk. */
export const callBackRows: Row[] = [
  {
    resource: 'callBackMessages',
    action: 'list',
    status: 0,
    except: everyoneWith(1, seers),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/callBackMessages?${filter(f)}`),
  },
  {
    resource: 'callBackMessages',
    action: 'count',
    status: 0,
    except: everyoneWith(1, seers),
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/callBackMessages/$count?${filter(f)}`),
  },
  {
    resource: 'callBackMessages',
    action: 'read',
    status: 404,
    except: everyoneWith(200, seers),
    call: (as, f) => as.get(one(f)),
  },
  {
    resource: 'callBackMessages',
    action: 'take',
    status: 201,
    call: (as, f) =>
      as.post('/v1.0/callBackMessages', {
        recipientId: f.kariId,
        callerName: 'Solveig Hauge',
        callerPhone: '60 99 99 83',
        subject: 'Omvisning',
      }),
  },
  {
    resource: 'callBackMessages',
    action: 'take for one who has left',
    status: 422,
    call: (as, f) =>
      as.post('/v1.0/callBackMessages', {
        recipientId: f.disabledId,
        callerName: 'Solveig Hauge',
        callerPhone: '60 99 99 83',
        subject: 'Omvisning',
      }),
  },
  {
    resource: 'callBackMessages',
    action: 'answer',
    status: 404,
    except: { ...everyoneWith(200, answerers), 'anne.vik': 403 },
    call: (as, f) => as.post(`${one(f)}/answer`),
  },
  {
    resource: 'callBackMessages',
    action: 'reopen what is open',
    status: 404,
    except: { ...everyoneWith(409, answerers), 'anne.vik': 403 },
    call: (as, f) => as.post(`${one(f)}/reopen`),
  },
]
