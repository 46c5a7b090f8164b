import { Button } from '@digdir/designsystemet-react'
import { CalendarIcon, EyeIcon, PencilIcon } from '@navikt/aksel-icons'
import { m } from '../../../messages/messages.js'
import { stepLabels, type Step, type Steps } from './post-steps.ts'
import styles from './edit-page.module.css'

interface EditActionsProps {
  steps: Steps
  isPreview: boolean
  isBusy: boolean
  onPreview: () => void
  onStep: (step: Step) => void
  /** Goes to the choice of a time. */
  onPlan: () => void
}

/** Preview and the next step; on phones they lie at the bottom of the screen. */
export function EditActions({ steps, isPreview, isBusy, onPreview, onStep, onPlan }: EditActionsProps) {
  const { primary, beside } = steps
  const take = (step: Step) => (isBusy ? undefined : () => onStep(step))
  return (
    <div className={styles.actions}>
      <Button variant="tertiary" className={styles.preview} onClick={onPreview}>
        {isPreview ? <PencilIcon aria-hidden /> : <EyeIcon aria-hidden />}
        {isPreview ? m.news_writeOn() : m.news_preview()}
      </Button>
      {primary === 'publish' && beside === undefined && (
        <Button variant="secondary" className={styles.plan} onClick={onPlan}>
          <CalendarIcon aria-hidden />
          {m.newsEditor_plan()}
        </Button>
      )}
      {beside !== undefined && (
        <Button variant="secondary" onClick={take(beside)}>
          {stepLabels[beside]()}
        </Button>
      )}
      <Button data-color="accent" aria-busy={isBusy} onClick={take(primary)}>
        {stepLabels[primary]()}
      </Button>
    </div>
  )
}
