import type { Task } from '#api/tasks/contract.ts'
import { addDays } from '#api/time/oslo.ts'
import { dayOf } from '../../lib/dates.ts'

/** What waits, by when it has to be done. Each keeps the order it came in. */
export interface TaskGroups {
  /** Overdue, or today. */
  first: Task[]
  /** Until Sunday. */
  week: Task[]
  /** After that, or without a deadline. */
  later: Task[]
}

/** Sorts what waits into what comes first, this week, and later, by Oslo's calendar. */
export function groupTasks(tasks: readonly Task[], now = new Date()): TaskGroups {
  const today = dayOf(now)
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay() || 7
  const sunday = addDays(today, 7 - weekday)
  const groups: TaskGroups = { first: [], week: [], later: [] }
  for (const task of tasks) {
    const { dueDate } = task
    if (dueDate !== null && dueDate <= today) groups.first.push(task)
    else if (dueDate !== null && dueDate <= sunday) groups.week.push(task)
    else groups.later.push(task)
  }
  return groups
}
