import { infiniteQueryOptions } from '@tanstack/react-query'
import { Notification } from '#api/notifications/contract.ts'
import { taskQueries } from '../../components/tasks/task-queries.ts'
import { page, request } from '../../lib/request.ts'

const NotificationPage = page(Notification)

/** What has happened and is not read, but for what waits as a task, the latest first. Fetched anew when the tasks are. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: [...taskQueries.all, 'notifications'],
  queryFn: ({ pageParam, signal }) => request(NotificationPage, pageParam, { signal }),
  initialPageParam: `/v1.0/me/notifications?${new URLSearchParams({
    $filter: 'isRead eq false and isTask eq false',
    $top: '20',
  }).toString()}`,
  getNextPageParam: (last) => last['@odata.nextLink'],
  select: ({ pages }) => pages.flatMap(({ value }) => value),
})
