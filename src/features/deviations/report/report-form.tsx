import '../../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { PaperplaneIcon } from '@navikt/aksel-icons'
import { useEffect, useState, type SubmitEvent } from 'react'
import { useNavigate } from 'react-router'
import { maxDeviationTextLength } from '#api/deviations/contract.ts'
import type { Me } from '#api/users/contract.ts'
import { AttachmentField } from '../../../components/attachments/attachment-field.tsx'
import { findInTexts, splitByAnswer } from '../../../components/sensitive-content/guard.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { hasContent, toReport, writtenNow, type ReportDraft } from './report-draft.ts'
import { problemsOf, type ReportProblem } from './report-problems.ts'
import { NumberedTitle, SortFields, VisibilityField, WhenField, WhereField } from './report-fields.tsx'
import { NamesHint, ReportHints } from './report-hints.tsx'
import { reportDrafts, unsentReports } from './report-store.ts'
import { tellWaiting } from './report-waits.ts'
import { isWorthRetrying, sendReport, waitingReceipt, type Receipt } from './send-report.ts'
import { useReportCheck } from './use-report-check.ts'
import { WhistleblowingDialog } from './whistleblowing-dialog.tsx'
import styles from './report.module.css'

interface ReportFormProps {
  /** What the draft is kept under. */
  name: string
  viewer: Me
  start: ReportDraft
}

/** The form of a report. All of it is kept in this browser until it is sent. */
export function ReportForm({ name, viewer, start }: ReportFormProps) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [isUploading, setUploading] = useState(false)
  const [isStopped, setStopped] = useState(false)
  const [isDeviation, setDeviation] = useState(false)
  const [error, setError] = useState<unknown>(
    start.refusal === undefined ? undefined : new ApiError({ status: 422, code: start.refusal }),
  )
  const texts = { description: draft.description, place: draft.place }
  const guard = useSensitiveContent(texts)
  const { check, isOfThisText } = useReportCheck(draft)

  useEffect(() => {
    reportDrafts.write(viewer.id, name, hasContent(draft) ? draft : undefined)
  }, [viewer.id, name, draft])

  function change(changes: Partial<ReportDraft>) {
    setDraft((now) => ({
      ...now,
      refusal: undefined,
      ...changes,
      ...writtenNow(),
    }))
    setError(undefined)
  }

  const problems = problemsOf(draft)
  const problemOf = (...fields: ReportProblem['field'][]) =>
    isChecked ? problems.find(({ field }) => fields.includes(field))?.text : undefined

  async function submit(saysDeviation: boolean) {
    setChecked(true)
    const [wrong] = problems
    if (wrong) return document.getElementById(wrong.field)?.focus()
    const found = splitByAnswer(await findInTexts(texts), guard.acceptedDigits)
    if (found.open[0]) return document.getElementById(`report-${found.open[0].target}`)?.focus()
    if (!saysDeviation && (check?.whistleblowingSigns.length ?? 0) > 0) return setStopped(true)
    await send(toReport(draft, found.accepted, saysDeviation))
  }

  async function send(body: ReturnType<typeof toReport>) {
    setSending(true)
    setError(undefined)
    try {
      done(await sendReport(draft.key, body))
    } catch (failure) {
      setSending(false)
      if (isWorthRetrying(failure)) {
        unsentReports.write(viewer.id, draft.key, {
          body,
          draft,
          ...writtenNow(),
        })
        tellWaiting()
        done(waitingReceipt)
      } else if (failure instanceof ApiError && failure.code === 'possibleWhistleblowing') setStopped(true)
      else setError(failure)
    }
  }

  function done(state: Receipt) {
    reportDrafts.write(viewer.id, name, undefined)
    void navigate(paths.deviationSent(), { state, replace: true })
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!isSending) void submit(isDeviation)
      }}
    >
      <div className={styles.field}>
        <Textfield
          id="report-description"
          label={<NumberedTitle number={1}>{m.deviationReport_what()}</NumberedTitle>}
          description={m.deviationReport_whatHelp()}
          multiline
          rows={4}
          value={draft.description}
          maxLength={maxDeviationTextLength}
          aria-describedby="report-description-sensitive"
          onChange={(event) => change({ description: event.target.value })}
          error={problemOf('report-description')}
        />
        <SensitiveContentWarning
          id="report-description-sensitive"
          findings={guard.open.filter(({ target }) => target === 'description')}
          onAccept={guard.accept}
        />
        {isOfThisText && (
          <NamesHint
            names={check?.names ?? []}
            text={draft.description}
            onChange={(description) => {
              change({ description })
              document.getElementById('report-description')?.focus()
            }}
          />
        )}
        {draft.visibility !== 'anonymous' && (
          <AttachmentField
            id="report-files"
            addLabel={m.deviationReport_photo()}
            files={draft.files}
            onAdd={(file) => setDraft((now) => ({ ...now, files: [...now.files, file] }))}
            onRemove={(file) => change({ files: draft.files.filter(({ id }) => id !== file.id) })}
            accept="image/*,application/pdf"
            onBusy={setUploading}
          />
        )}
      </div>
      <WhenField draft={draft} onChange={change} error={problemOf('report-moment', 'report-time')} />
      <WhereField draft={draft} onChange={change} ownUnitId={viewer.orgUnitId} />
      <SensitiveContentWarning
        id="report-place-sensitive"
        findings={guard.open.filter(({ target }) => target === 'place')}
        onAccept={guard.accept}
      />
      <SortFields draft={draft} onChange={change} error={problemOf('report-sort')} />
      <VisibilityField draft={draft} onChange={change} />
      <ReportHints draft={draft} check={check} onDocumentRemove={() => change({ document: null })} />
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {deviationErrorText(error)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" data-color="accent" loading={isSending}>
          <PaperplaneIcon aria-hidden />
          {check?.responsible
            ? m.deviationReport_sendTo({ name: check.responsible.displayName })
            : m.deviationReport_send()}
        </Button>
        <p className={styles.help}>
          {isUploading ? m.deviationReport_uploading() : m.deviationReport_sendHelp()}
        </p>
      </div>
      <WhistleblowingDialog
        isOpen={isStopped}
        onCancel={() => setStopped(false)}
        onDeviation={() => {
          setStopped(false)
          setDeviation(true)
          void submit(true)
        }}
      />
    </form>
  )
}
