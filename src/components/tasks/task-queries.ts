import { infiniteQueryOptions } from '@tanstack/react-query'
import { Task, type TaskState } from '#api/tasks/contract.ts'
import { page, request } from '../../lib/request.ts'

const TaskPage = page(Task)
/** Things fetched at a time. */
const pageSize = 50

/** What there is to do: the first of it, and how many in all. */
export interface TaskList {
  count: number
  tasks: readonly Task[]
  /** How long ago it was fetched matters little; whether there is more of it does. */
  isWhole: boolean
}

/** Reads of what waits for me, what I wait for, and what I have done. Whatever changes one of them changes all. */
export const taskQueries = {
  all: ['tasks'] as const,
  inState: (state: TaskState) =>
    infiniteQueryOptions({
      queryKey: [...taskQueries.all, state],
      queryFn: ({ pageParam, signal }) => request(TaskPage, pageParam, { signal }),
      initialPageParam: `/v1.0/me/tasks?${new URLSearchParams({
        $filter: `state eq '${state}'`,
        ...(state === 'done' && { $orderby: 'completedDateTime desc' }),
        $top: String(pageSize),
        $count: 'true',
      }).toString()}`,
      getNextPageParam: (last) => last['@odata.nextLink'],
      select: ({ pages }): TaskList => {
        const tasks = pages.flatMap(({ value }) => value)
        const count = pages[0]?.['@odata.count'] ?? tasks.length
        return { count, tasks, isWhole: tasks.length >= count }
      },
      // What one has just seen, such as an answer, waits no longer; still one visit asks once.
      staleTime: 5_000,
    }),
  /** What waits for me, the nearest deadline first: the one number the bar, the windows and the list show. */
  waiting: () => taskQueries.inState('waiting'),
}
