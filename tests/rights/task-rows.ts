import type { Fixtures } from './fixtures.ts'
import { everyoneWith, recipients, reviewers, type Row, valueCount } from './row.ts'

/** What waits for the caller about one thing. */
const waiting =
  (kind: string, id: (f: Fixtures) => string): Row['call'] =>
  (as, f) =>
    as.get(
      `/v1.0/me/tasks?$top=100&$filter=state eq 'waiting' and kind eq '${kind}' and resource/id eq ${id(f)}`,
    )

/** Rights on what waits for oneself: everyone has a list, and nobody sees another's. */
export const taskRows: Row[] = [
  {
    resource: 'tasks',
    action: 'count',
    status: 200,
    call: (as) => as.get("/v1.0/me/tasks/$count?$filter=state eq 'waiting'"),
  },
  {
    resource: 'tasks',
    action: 'have the must-read to confirm',
    status: 0,
    except: everyoneWith(1, recipients),
    call: waiting('newsPostToConfirm', (f) => f.post.id),
    says: valueCount,
  },
  {
    resource: 'tasks',
    action: 'have what is in review to approve',
    status: 0,
    except: everyoneWith(1, reviewers),
    call: waiting('newsPostToApprove', (f) => f.inReview.id),
    says: valueCount,
  },
  {
    resource: 'tasks',
    action: 'have the question to answer',
    status: 0,
    except: everyoneWith(1, ['ingrid.solberg', 'arne.lund', 'marit.haugen', 'liv.dahl']),
    call: waiting('questionToAnswer', (f) => f.post.id),
    says: valueCount,
  },
  {
    resource: 'tasks',
    action: 'have the mention to see',
    status: 0,
    except: { 'ingrid.solberg': 1 },
    call: waiting('mention', (f) => f.post.id),
    says: valueCount,
  },
]

/** Rights on what has happened: everyone's own. */
export const notificationRows: Row[] = [
  { resource: 'notifications', action: 'list', status: 200, call: (as) => as.get('/v1.0/me/notifications') },
  {
    resource: 'notifications',
    action: 'count',
    status: 200,
    call: (as) => as.get('/v1.0/me/notifications/$count?$filter=isRead eq false'),
  },
  {
    resource: 'notifications',
    action: 'mark one of Kari’s read',
    status: 404,
    except: { 'kari.nilsen': 204 },
    call: (as, f) => as.post(`/v1.0/me/notifications/${f.notificationId}/markRead`),
  },
  {
    resource: 'notifications',
    action: 'mark all of one’s own read',
    status: 204,
    call: (as) => as.post('/v1.0/me/notifications/markAllRead'),
  },
]
