import { absenceTasks } from '../absences/tasks.ts'
import { callBackTasks } from '../call-back-messages/tasks.ts'
import { commentTasks } from '../comments/tasks.ts'
import { deviationTasks } from '../deviations/tasks.ts'
import { newsPostTasks } from '../news-posts/tasks.ts'
import type { TaskSource } from './task-source.ts'

/** Everything that can wait for somebody. An area adds its own here. */
export const taskSources: readonly TaskSource[] = [
  ...newsPostTasks,
  ...commentTasks,
  ...callBackTasks,
  ...absenceTasks,
  ...deviationTasks,
]
