import '../../../styles/forms.css'
import { Button, Textfield } from '@digdir/designsystemet-react'
import type { SubmitEvent } from 'react'
import {
  causeCategories,
  maxDeviationNoteLength,
  maxDeviationTextLength,
  type Deviation,
} from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Tiles } from '../../../ui/tiles.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { causeLabels } from '../deviation-words.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { ConflictDialog, type NamedText } from './conflict-dialog.tsx'
import { useCaseForm } from './use-case-form.ts'
import styles from './case.module.css'

interface CauseValues {
  causeCategory: Deviation['causeCategory']
  cause: string
  whys: string[]
}

/** Most whys there are. */
const maxWhys = 5

const read = ({ causeCategory, cause, whys }: Deviation): CauseValues => ({
  causeCategory,
  cause: cause ?? '',
  whys: whys.length === 0 ? [''] : [...whys],
})

const write = ({ causeCategory, cause, whys }: CauseValues) => ({
  causeCategory,
  cause: cause.trim() || null,
  whys: whys.map((why) => why.trim()).filter((why) => why !== ''),
})

const textsOf = ({ causeCategory, cause, whys }: CauseValues): NamedText[] => [
  { name: m.deviation_causeCategory(), text: causeCategory === null ? '' : causeLabels[causeCategory]() },
  { name: m.deviation_whysTitle(), text: whys.filter(Boolean).join(' → ') },
  { name: m.deviation_cause(), text: cause },
]

/** Why it happened: up to five whys, the sort of cause, and the cause in words. */
export function CauseForm({ deviation }: { deviation: Deviation }) {
  const form = useCaseForm(deviation, read, write)
  const { values, change, newer } = form
  const guard = useGuard('case-cause', {
    cause: values.cause,
    ...Object.fromEntries(values.whys.map((why, index) => [`whys/${index}`, why])),
  })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (form.isPending) return
    const acceptedFindings = await guard.check()
    if (acceptedFindings !== undefined) await form.save({ acceptedFindings })
  }

  const setWhy = (index: number, why: string) => change({ whys: values.whys.with(index, why) })
  return (
    <Sheet aria-labelledby="case-cause">
      <h2 id="case-cause" tabIndex={-1} className={styles.heading}>
        {m.deviation_causeTitle()}
      </h2>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <fieldset className={styles.whys}>
          <legend>{m.deviation_whysTitle()}</legend>
          {values.whys.map((why, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the whys are told apart by their place alone
            <Textfield
              key={index}
              id={guard.idOf(`whys/${index}`)}
              label={m.deviation_why({ number: index + 1 })}
              value={why}
              maxLength={maxDeviationNoteLength}
              autoComplete="off"
              onChange={(event) => setWhy(index, event.target.value)}
            />
          ))}
          {values.whys.length < maxWhys && values.whys.at(-1)?.trim() !== '' && (
            <Button
              type="button"
              variant="tertiary"
              onClick={() => {
                const next = values.whys.length
                change({ whys: [...values.whys, ''] })
                setTimeout(() => document.getElementById(guard.idOf(`whys/${next}`))?.focus())
              }}
            >
              {m.deviation_askAgain()}
            </Button>
          )}
        </fieldset>
        <Tiles
          legend={m.deviation_causeCategory()}
          options={causeCategories.map((value) => ({ value, label: causeLabels[value]() }))}
          value={values.causeCategory}
          onChange={(causeCategory) => change({ causeCategory })}
        />
        <GuardedText
          guard={guard}
          target="cause"
          label={m.deviation_cause()}
          description={m.deviation_causeHelp()}
          value={values.cause}
          maxLength={maxDeviationTextLength}
          onChange={(cause) => change({ cause })}
        />
        {form.error !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(form.error)}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="secondary" loading={form.isPending}>
            {m.deviation_saveCause()}
          </Button>
          <output className={styles.quiet}>{form.isSaved && m.deviation_saved()}</output>
        </div>
      </form>
      {newer && (
        <ConflictDialog
          newer={newer}
          mine={textsOf(values)}
          theirs={textsOf(read(newer))}
          onChoose={(choice) => void form.choose(choice)}
        />
      )}
    </Sheet>
  )
}
