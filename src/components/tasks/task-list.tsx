import { ClockIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import type { Task } from '#api/tasks/contract.ts'
import { daysOver, formatDeadline } from '../../lib/dates.ts'
import { m } from '../../messages/messages.js'
import { describeTask } from './describe-task.ts'
import { TaskAnswer, isAnsweredInPlace } from './task-answer.tsx'
import styles from './task-list.module.css'

interface TaskListProps {
  tasks: readonly Task[]
  /** Whether the first of them has the filled button: the one thing to do now. At most one list of a page. */
  hasPrimary?: boolean
  /** On a sheet of its own, whose edges it fills. */
  isFlush?: boolean
  isLeaving?: (task: Task) => boolean
  /** Told when one was answered where it stands. */
  onAnswered?: () => void
}

/** Things to do, each with what, for whom, by when, and the way to do it. */
export function TaskList({
  tasks,
  hasPrimary = false,
  isFlush = false,
  isLeaving,
  onAnswered,
}: TaskListProps) {
  return (
    <ul className={styles.tasks} data-flush={isFlush || undefined}>
      {tasks.map((task, index) => (
        <TaskRow
          key={task.id}
          task={task}
          isPrimary={hasPrimary && index === 0}
          isLeaving={isLeaving?.(task) ?? false}
          onAnswered={onAnswered}
        />
      ))}
    </ul>
  )
}

interface TaskRowProps {
  task: Task
  isPrimary: boolean
  isLeaving: boolean
  onAnswered: (() => void) | undefined
}

function TaskRow({ task, isPrimary, isLeaving, onAnswered }: TaskRowProps) {
  const { title, facts, link } = describeTask(task)
  return (
    <li className={styles.task} data-leaving={isLeaving || undefined}>
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.meta}>
          {task.dueDate !== null && task.state !== 'done' && <TimeLeft day={task.dueDate} />}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {link && (
        <Link
          to={link.to}
          className="ds-button"
          data-color="accent"
          data-variant={isPrimary ? 'primary' : 'secondary'}
          aria-label={link.label}
        >
          {link.verb}
        </Link>
      )}
      {isAnsweredInPlace(task) && <TaskAnswer task={task} isPrimary={isPrimary} onAnswered={onAnswered} />}
    </li>
  )
}

/** «I dag er siste dag», «2 dager over fristen», «Frist fredag»: late has a clock too, so that it is not said by colour alone. */
function TimeLeft({ day }: { day: string }) {
  const over = daysOver(day)
  const isLate = over > 0
  return (
    <strong className={styles.deadline} data-late={isLate || undefined}>
      {isLate && <ClockIcon aria-hidden />}
      {isLate ? m.task_daysOver({ count: over }) : over === 0 ? m.task_lastDay() : formatDeadline(day)}
    </strong>
  )
}
