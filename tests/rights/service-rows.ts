import type { Row } from './row.ts'

/** Rights on auditEntries, service. */
export const serviceRows: Row[] = [
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
  { resource: 'service', action: 'overview', status: 200, call: (as) => as.get('/v1.0/') },
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
