import { useState } from 'react'
import { Link } from 'react-router'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { describeTask } from './describe-task.ts'
import type { Task } from './tasks.ts'
import styles from './waiting-yard.module.css'

/** Tasks shown before one asks for the rest. */
const maxShown = 3

interface WaitingYardProps {
  /** How many wait; `tasks` may for a moment also hold those just done. */
  count: number
  tasks: readonly Task[]
  isLeaving: (task: Task) => boolean
}

/** What waits for me, the nearest deadline first. Only the first has the filled button. */
export function WaitingYard({ count, tasks, isLeaving }: WaitingYardProps) {
  const [isWhole, setWhole] = useState(false)
  if (tasks.length === 0) {
    return (
      <Yard title={m.news_nothingWaits()} isCalm>
        <p className={styles.calm}>{m.newsFeed_nothingWaitsWhy()}</p>
      </Yard>
    )
  }
  const shown = isWhole ? tasks : tasks.slice(0, maxShown)
  return (
    <Yard title={count === 0 ? m.news_nothingWaits() : m.news_waiting({ count })}>
      <ul className={styles.tasks}>
        {shown.map((task, index) => (
          <TaskRow key={task.id} task={task} isFirst={index === 0} isLeaving={isLeaving(task)} />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setWhole(true)}>
          {m.news_showAllCount({ count })}
        </button>
      )}
    </Yard>
  )
}

interface TaskRowProps {
  task: Task
  isFirst: boolean
  isLeaving: boolean
}

function TaskRow({ task, isFirst, isLeaving }: TaskRowProps) {
  const { title, facts, verb, label, to } = describeTask(task)
  return (
    <li className={styles.task} data-leaving={isLeaving || undefined}>
      <div>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.meta}>
          {task.due !== null && <Deadline day={task.due} />}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <Link
        to={to}
        className="ds-button"
        data-color="accent"
        data-variant={isFirst ? 'primary' : 'secondary'}
        aria-label={label}
      >
        {verb}
      </Link>
    </li>
  )
}
