import { CalendarIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { formatDay } from '../../../lib/dates.ts'
import { requestBlob } from '../../../lib/request.ts'
import { saveAs } from '../../../lib/save-as.ts'
import { m } from '../../../messages/messages.js'
import { actionErrorText } from '../action-error.ts'
import styles from './calendar-button.module.css'

interface CalendarButtonProps {
  post: Pick<NewsPost, 'id' | 'actionRequired' | 'confirmBy'>
}

/** The last day as a file for one's own calendar. Draws nothing of a post without one. */
export function CalendarButton({ post }: CalendarButtonProps) {
  const [state, setState] = useState<'ready' | 'loading' | { error: unknown }>('ready')
  const day = post.actionRequired?.dueDate ?? post.confirmBy
  if (day === null) return null

  async function download() {
    setState('loading')
    try {
      saveAs(await requestBlob(`/v1.0/newsPosts/${post.id}/calendar`), `tunet-${day}.ics`)
      setState('ready')
    } catch (error) {
      setState({ error })
    }
  }

  return (
    <span className={styles.calendar}>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-label={m.newsPost_calendarDay({ day: formatDay(day) })}
        aria-busy={state === 'loading'}
        onClick={state === 'loading' ? undefined : () => void download()}
      >
        <CalendarIcon aria-hidden />
        {m.newsPost_calendar()}
      </button>
      <span role="alert">{typeof state === 'object' && actionErrorText(state.error)}</span>
    </span>
  )
}
