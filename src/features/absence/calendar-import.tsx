import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type * as z from 'zod/mini'
import { CalendarImport as CalendarImported, CalendarPreview } from '#api/absences/contract.ts'
import { actionErrorText } from '../../components/action-error.ts'
import { DropZone } from '../../components/attachments/drop-zone.tsx'
import { absenceQueries } from '../../components/absence/absence-queries.ts'
import { kindNames, periodText } from '../../components/absence/absence-texts.ts'
import { ApiError, request } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import styles from './absence-page.module.css'

/** A calendar that has been chosen, and what would be made of it. */
interface Preview extends CalendarPreview {
  file: File
}

/** Most of a calendar shown before it is read in. */
const maxShown = 8

/**
 * Takes the absences out of a calendar file: chosen or dropped, shown as what they will become, and then made. The rules of
 * the reading are the API's own (features.md K7, K22).
 */
export function CalendarImport() {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const queryClient = useQueryClient()
  const [preview, setPreview] = useState<Preview>()
  const [problem, setProblem] = useState('')
  const [outcome, setOutcome] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ file: chosen }: Preview) => sendCalendar(CalendarImported, 'importCalendar', chosen),
    onSuccess: async ({ created, changed }) => {
      setPreview(undefined)
      setOutcome(m.calendarImport_done({ created, changed }))
      await Promise.all(
        [absenceQueries.all, ['reachability'], ['users']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      )
    },
  })

  async function read([chosen]: readonly File[]) {
    if (chosen === undefined) return
    setOutcome('')
    setProblem('')
    try {
      setPreview({ file: chosen, ...(await sendCalendar(CalendarPreview, 'previewCalendar', chosen)) })
    } catch (reason) {
      setProblem(problemText(reason, chosen.name))
    }
  }

  return (
    <DropZone onFiles={(files) => void read(files)}>
      <div className={styles.import}>
        <p id={`${id}-what`} className={styles.quiet}>
          {m.calendarImport_what()}
        </p>
        <input
          ref={input}
          hidden
          type="file"
          accept=".ics,text/calendar"
          aria-label={m.calendarImport_choose()}
          onChange={({ target }) => {
            void read([...(target.files ?? [])])
            // The same file can be chosen anew.
            target.value = ''
          }}
        />
        <Button variant="secondary" aria-describedby={`${id}-what`} onClick={() => input.current?.click()}>
          {m.calendarImport_choose()}
        </Button>
        {problem !== '' && (
          <Notice tone="danger" role="alert">
            {problem}
          </Notice>
        )}
        {preview && (
          <section aria-labelledby={`${id}-preview`} className={styles.import}>
            <h3 id={`${id}-preview`}>{m.calendarImport_preview({ name: preview.file.name })}</h3>
            <PreviewList absences={preview.absences} />
            {preview.skipped > 0 && (
              <p className={styles.quiet}>{m.calendarImport_skipped({ count: preview.skipped })}</p>
            )}
            {error !== null && (
              <Notice tone="danger" role="alert">
                {actionErrorText(error)}
              </Notice>
            )}
            <div className={styles.buttons}>
              {preview.absences.length > 0 && (
                <Button loading={isPending} onClick={() => !isPending && mutate(preview)}>
                  {m.calendarImport_make({ count: preview.absences.length })}
                </Button>
              )}
              <Button variant="tertiary" onClick={() => setPreview(undefined)}>
                {m.absencePage_cancel()}
              </Button>
            </div>
          </section>
        )}
        <output>{outcome}</output>
      </div>
    </DropZone>
  )
}

function PreviewList({ absences }: Pick<CalendarPreview, 'absences'>) {
  if (absences.length === 0) return <p>{m.calendarImport_nothing()}</p>
  const left = absences.length - maxShown
  return (
    <>
      <ul className={styles.list}>
        {absences.slice(0, maxShown).map(({ kind, ...period }) => (
          <li key={`${kind} ${period.startDateTime} ${period.endDateTime}`}>
            <div className={styles.about}>
              <h4>{periodText(period)}</h4>
              <p className={styles.meta}>
                <span>{kindNames[kind]()}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {left > 0 && <p className={styles.quiet}>{m.calendarImport_more({ count: left })}</p>}
    </>
  )
}

const sendCalendar = <Schema extends z.ZodMiniType>(schema: Schema, action: string, file: File) =>
  request(schema, `/v1.0/me/absences/${action}`, {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'text/calendar' },
  })

const unreadable = ['notCalendar', 'tooManyEvents']

/** A file that cannot be read is told by its name; what else went wrong is not about it. */
const problemText = (reason: unknown, name: string): string =>
  reason instanceof ApiError && (reason.status === 413 || unreadable.includes(reason.code))
    ? m.calendarImport_notCalendar({ name })
    : actionErrorText(reason)
