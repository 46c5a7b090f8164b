import { everyoneWith, managers, recipients, type Row } from './row.ts'

/** Rights on reminders, and on what people are sent. */
export const timedRows: Row[] = [
  {
    resource: 'newsPosts',
    action: 'remind',
    status: 404,
    except: { ...everyoneWith(403, recipients), ...everyoneWith(200, managers) },
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.post.id}/remind`),
  },
  {
    resource: 'newsPosts',
    action: 'remind of a draft',
    status: 404,
    except: everyoneWith(403, ['ola.bakken', ...managers]),
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.draft.id}/remind`),
  },
  {
    resource: 'notificationSettings',
    action: 'read own',
    status: 200,
    call: (as) => as.get('/v1.0/me/notificationSettings'),
  },
  {
    resource: 'notificationSettings',
    action: 'change own',
    status: 204,
    call: (as) => as.patch('/v1.0/me/notificationSettings', { newsDigest: 'never' }),
  },
]
