import { formatDateTime } from '../../../lib/dates.ts'
import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { useRemindReaders } from '../mutations.ts'
import styles from './confirmations-panel.module.css'

interface RemindButtonProps {
  id: string
  /** How many have not confirmed. */
  count: number
}

/** Reminds those who have not confirmed, once a day, and says how it went (features.md N4). */
export function RemindButton({ id, count }: RemindButtonProps) {
  const { mutate, data, error, isPending } = useRemindReaders()
  return (
    <div className={styles.remind}>
      <p>{m.newsPost_remindHow()}</p>
      <button
        type="button"
        className="ds-button"
        data-color="accent"
        aria-busy={isPending}
        onClick={isPending ? undefined : () => mutate(id)}
      >
        {m.newsPost_remind({ count })}
      </button>
      <output>
        {data !== undefined &&
          (data === 0 ? m.newsPost_remindNone() : m.newsPost_remindSent({ count: data }))}
      </output>
      {error !== null && (
        <Notice tone={isReminded(error) ? 'info' : 'danger'} role="alert">
          {isReminded(error) ? remindedText(error) : actionErrorText(error)}
        </Notice>
      )}
    </div>
  )
}

const isReminded = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'remindedToday'

/** The API says when in the detail of the refusal. */
function remindedText({ details }: ApiError): string {
  const when = details.find(({ code }) => code === 'remindedToday')?.message ?? ''
  return Number.isNaN(Date.parse(when))
    ? m.newsPost_remindedTodayUnknown()
    : m.newsPost_remindedToday({ when: formatDateTime(when) })
}
