import { draftManagers, everyoneWith, managers, recipients, type Row, seesPost, valueCount } from './row.ts'

const message =
  'From: noen@example.org\r\nTo: alle@elvestrand.example\r\nSubject: Hei\r\n\r\nKantina er stengt i dag.\r\n'
const ifMatch = (etag: string) => ({ 'if-match': etag })

/** Rights on newsPosts. */
export const newsRows: Row[] = [
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
    status: 201,
    call: (as) => as.post('/v1.0/newsPosts', { title: 'Hei' }),
  },
  {
    resource: 'newsPosts',
    action: 'import a message',
    status: 201,
    call: (as) => as.post('/v1.0/newsPosts/importMessage', message, { 'content-type': 'message/rfc822' }),
  },
  {
    resource: 'newsPosts',
    action: 'count recipients',
    status: 200,
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
    action: 'send what is archived out to everyone',
    status: 404,
    except: { ...everyoneWith(403, [...recipients, 'arne.lund', 'marit.haugen']), 'liv.dahl': 204 },
    call: (as, f) =>
      as.patch(
        `/v1.0/newsPosts/${f.archived.id}`,
        { audience: { everyone: true, orgUnitIds: [], roles: [] } },
        ifMatch(f.archived.etag),
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
]
