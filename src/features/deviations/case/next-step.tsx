import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { DeviationSettings } from '#api/deviation-insight/contract.ts'
import type { Deviation } from '#api/deviations/contract.ts'
import { formatPhone, phoneAddress } from '../../../lib/phone.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Yard } from '../../../ui/yard.tsx'
import { deviationErrorText, missingText } from '../deviation-error.ts'
import { dueWords } from '../due-words.ts'
import { useCaseAction } from './case-calls.ts'
import { CloseDialog } from './close-dialog.tsx'
import { EvaluateDialog } from './evaluate-dialog.tsx'
import { asksOnClosing, stepsFor, type StepName } from './steps-for.ts'
import styles from './case.module.css'

const words: Record<StepName, { title: () => string; button: () => string }> = {
  receive: { title: m.deviation_nextReceive, button: m.deviation_receive },
  accept: { title: m.deviation_nextAccept, button: m.deviation_accept },
  startTreatment: { title: m.deviation_nextStart, button: m.deviation_start },
  findCause: { title: m.deviation_nextCause, button: m.deviation_toCause },
  addAction: { title: m.deviation_nextAction, button: m.deviation_toActions },
  completeActions: { title: m.deviation_nextComplete, button: m.deviation_toActions },
  submitForReview: { title: m.deviation_nextSubmit, button: m.deviation_submit },
  evaluate: { title: m.deviation_nextEvaluate, button: m.deviation_evaluate },
  close: { title: m.deviation_nextClose, button: m.deviation_closeCase },
}

const places: Partial<Record<StepName, string>> = {
  findCause: 'case-cause',
  addAction: 'case-actions',
  completeActions: 'case-actions',
}

interface NextStepProps {
  deviation: Deviation
  settings: DeviationSettings | undefined
}

/** What this person does next with the case; without anything to do, a quiet line on whom it waits for. */
export function NextStep({ deviation, settings }: NextStepProps) {
  const [open, setOpen] = useState<'evaluate' | 'close'>()
  const { mutate, isPending, error } = useCaseAction(deviation.id)
  const [step, ...others] = stepsFor(deviation)
  if (step === undefined) return <WaitsFor deviation={deviation} settings={settings} />

  function take(name: StepName) {
    const place = places[name]
    if (place !== undefined) {
      document.getElementById(place)?.focus()
      document.getElementById(place)?.scrollIntoView({ block: 'start' })
    } else if (name === 'evaluate' || name === 'close') setOpen(name)
    else if (isPending) return
    else if (name === 'submitForReview') mutate({ action: name, body: {} })
    else if (name === 'receive' || name === 'accept' || name === 'startTreatment') {
      mutate({ action: name, body: undefined })
    }
  }

  const isTreated = step !== 'receive' && step !== 'accept' && step !== 'startTreatment'
  const missing = isTreated ? missingTexts(deviation) : []
  return (
    <>
      <Yard title={m.deviation_next({ what: words[step].title() })}>
        {deviation.dueDateTime !== null && (
          <p>
            {deviation.isOverdue
              ? m.deviation_dueLate({ when: dueWords(deviation.dueDateTime) })
              : m.deviation_dueBy({ when: dueWords(deviation.dueDateTime) })}
          </p>
        )}
        {missing.length > 0 && (
          <div>
            <p id="case-missing">{m.deviation_missingLabel()}</p>
            <ul aria-labelledby="case-missing">
              {missing.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <div className={styles.buttons}>
          {[step, ...others].map((name, index) => (
            <Button
              key={name}
              type="button"
              data-color="accent"
              variant={index === 0 ? 'primary' : 'secondary'}
              loading={index === 0 && isPending}
              onClick={() => take(name)}
            >
              {words[name].button()}
            </Button>
          ))}
        </div>
        {error !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(error)}
          </Notice>
        )}
      </Yard>
      {open === 'evaluate' && <EvaluateDialog id={deviation.id} onClose={() => setOpen(undefined)} />}
      {open === 'close' && <CloseDialog deviation={deviation} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** What is not there yet, beside the choice that is made when closing. */
const missingTexts = ({ missingToClose = [] }: Deviation) =>
  missingToClose
    .filter((code) => code !== asksOnClosing && code !== 'effectNote')
    .flatMap((code) => missingText(code) ?? [])

/** Whom it waits for. Beyond the kommunedirektør: whom to turn to (features.md Q35). */
function WaitsFor({ deviation: { state, responsible, dueDateTime }, settings }: NextStepProps) {
  const isOver = ['closed', 'archived', 'rejected', 'merged'].includes(state)
  if (isOver) return null
  if (responsible === null) {
    return (
      <Notice tone="info" title={m.deviation_beyond()}>
        <ul>
          {settings?.contacts.map(({ name, phone, email }) => (
            <li key={name}>
              {name} {phone !== '' && <a href={phoneAddress(phone)}>{formatPhone(phone)}</a>}{' '}
              {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  return (
    <p className={styles.quiet}>
      {dueDateTime === null
        ? m.deviation_waitsFor({ name: responsible.displayName })
        : m.deviation_waitsForBy({ name: responsible.displayName, when: dueWords(dueDateTime) })}
    </p>
  )
}
