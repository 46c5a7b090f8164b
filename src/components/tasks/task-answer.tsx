import { PhoneIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Task } from '#api/tasks/contract.ts'
import { ApiError, requestNothing } from '../../lib/request.ts'
import { formatPhone, phoneAddress } from '../../lib/phone.ts'
import { m } from '../../messages/messages.js'
import { useUndo } from '../../ui/undo-context.ts'
import { taskQueries } from './task-queries.ts'
import styles from './task-list.module.css'

/** What one tap answers. */
export const isAnsweredInPlace = ({ kind, state }: Task) =>
  state === 'waiting' && (kind === 'callBack' || kind === 'substituteToAnswer')

interface TaskAnswerProps {
  task: Task
  isPrimary: boolean
  onAnswered: (() => void) | undefined
}

/** The buttons of what is answered where it stands. */
export function TaskAnswer({ task, isPrimary, onAnswered }: TaskAnswerProps) {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (path: string) => requestNothing(path, { method: 'POST' }),
    onSuccess: () => onAnswered?.(),
    // Also when it was refused: then somebody else has answered, or it is over.
    onSettled: () => queryClient.invalidateQueries({ queryKey: taskQueries.all }),
  })
  const answer = (path: string) => (isPending ? undefined : mutate(path))
  return (
    <div className={styles.answer}>
      {task.kind === 'callBack' ? (
        <CallBackButtons task={task} isPrimary={isPrimary} isPending={isPending} answer={answer} />
      ) : (
        <SubstituteButtons task={task} isPrimary={isPrimary} isPending={isPending} answer={answer} />
      )}
      {error !== null && (
        <p role="alert" className={styles.failed}>
          {error instanceof ApiError && (error.status === 409 || error.status === 404)
            ? m.task_gone()
            : m.task_failed()}
        </p>
      )}
    </div>
  )
}

interface ButtonsProps {
  task: Task
  isPrimary: boolean
  isPending: boolean
  answer: (path: string) => void
}

function CallBackButtons({ task, isPrimary, isPending, answer }: ButtonsProps) {
  const undo = useUndo()
  const queryClient = useQueryClient()
  const { title: name } = task
  const phone = task.phone === null ? null : formatPhone(task.phone)
  const one = `/v1.0/callBackMessages/${encodeURIComponent(task.resource.id)}`
  const settle = () => {
    answer(`${one}/answer`)
    undo.offerUndo({
      text: m.task_rungDone({ name }),
      undo: async () => {
        await requestNothing(`${one}/reopen`, { method: 'POST' })
        await queryClient.invalidateQueries({ queryKey: taskQueries.all })
      },
    })
  }
  return (
    <>
      {phone !== null && (
        <a
          href={phoneAddress(task.phone ?? '')}
          className="ds-button"
          data-color="accent"
          data-variant={isPrimary ? 'primary' : 'secondary'}
          aria-label={m.task_ringLabel({ phone, name })}
        >
          <PhoneIcon aria-hidden fontSize="1.25rem" />
          {m.task_ring({ phone })}
        </a>
      )}
      <button
        type="button"
        className="ds-button"
        data-color="accent"
        data-variant="tertiary"
        aria-busy={isPending}
        aria-label={m.task_rungLabel({ name })}
        onClick={settle}
      >
        {m.task_rung()}
      </button>
    </>
  )
}

function SubstituteButtons({ task, isPrimary, isPending, answer }: ButtonsProps) {
  const { title: name, person, resource } = task
  const one = `/v1.0/users/${encodeURIComponent(person?.id ?? '')}/absences/${encodeURIComponent(resource.id)}`
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-color="accent"
        data-variant={isPrimary ? 'primary' : 'secondary'}
        aria-busy={isPending}
        aria-label={m.task_yesLabel({ name })}
        onClick={() => answer(`${one}/acceptSubstitution`)}
      >
        {m.task_yes()}
      </button>
      <button
        type="button"
        className="ds-button"
        data-color="accent"
        data-variant="secondary"
        aria-busy={isPending}
        aria-label={m.task_noLabel({ name })}
        onClick={() => answer(`${one}/declineSubstitution`)}
      >
        {m.task_no()}
      </button>
    </>
  )
}
