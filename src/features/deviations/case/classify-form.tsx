import '../../../styles/forms.css'
import { Button, Field, Label } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import {
  deviationCategories,
  deviationKinds,
  maxDeviationNoteLength,
  type Deviation,
} from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { categoryLabels, kindLabels, severityLabel } from '../deviation-words.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { ConflictDialog, type NamedText } from './conflict-dialog.tsx'
import { useCaseForm } from './use-case-form.ts'
import { FormDialog } from './form-dialog.tsx'

type ClassifyValues = Pick<
  Deviation,
  'kind' | 'category' | 'severity' | 'probability' | 'isPersonalDataBreach'
>

const read = ({
  kind,
  category,
  severity,
  probability,
  isPersonalDataBreach,
}: Deviation): ClassifyValues => ({
  kind,
  category,
  severity,
  probability,
  isPersonalDataBreach,
})
const write = (values: ClassifyValues) => values
const textsOf = ({ kind, category, severity }: ClassifyValues): NamedText[] => [
  { name: m.deviation_kind(), text: kindLabels[kind]() },
  { name: m.deviation_category(), text: categoryLabels[category]() },
  { name: m.deviation_severity(), text: gradeText(severity) },
]

const grades = [1, 2, 3, 4, 5]
const gradeText = (severity: number) => m.deviation_grade({ grade: severity, word: severityLabel(severity) })

/** Changes kind, category and how serious it is, with the reason; the reporter is told. */
export function ClassifyForm({ deviation }: { deviation: Deviation }) {
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const form = useCaseForm(deviation, read, write)
  const { values, change, newer } = form
  const guard = useGuard('case-classify', { note })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (form.isPending) return
    const acceptedFindings = await guard.check()
    if (acceptedFindings !== undefined && (await form.save({ note, acceptedFindings }))) setOpen(false)
  }

  return (
    <>
      <Button
        type="button"
        variant="tertiary"
        onClick={() => {
          form.start(deviation)
          setNote('')
          setOpen(true)
        }}
      >
        {m.deviation_classify()}
      </Button>
      <FormDialog
        id="case-classify"
        isOpen={isOpen && newer === undefined}
        title={m.deviation_classify()}
        verb={m.deviation_save()}
        isPending={form.isPending}
        error={form.error}
        onSubmit={submit}
        onClose={() => setOpen(false)}
      >
        <Select
          id="case-kind"
          label={m.deviation_kind()}
          value={values.kind}
          options={deviationKinds.map((value) => ({ value, label: kindLabels[value]() }))}
          onChange={(kind) => change({ kind })}
        />
        <Select
          id="case-category"
          label={m.deviation_category()}
          value={values.category}
          options={deviationCategories.map((value) => ({ value, label: categoryLabels[value]() }))}
          onChange={(category) => change({ category })}
        />
        <Select
          id="case-severity"
          label={m.deviation_severity()}
          value={String(values.severity)}
          options={grades.map((grade) => ({ value: String(grade), label: gradeText(grade) }))}
          onChange={(severity) => change({ severity: Number(severity) })}
        />
        <Select
          id="case-probability"
          label={m.deviation_probability()}
          value={values.probability === null ? '' : String(values.probability)}
          options={[
            { value: '', label: m.deviation_probabilityUnknown() },
            ...grades.map((grade) => ({ value: String(grade), label: String(grade) })),
          ]}
          onChange={(grade) => change({ probability: grade === '' ? null : Number(grade) })}
        />
        <Select
          id="case-personal"
          label={m.deviationReport_personalData()}
          value={values.isPersonalDataBreach ? 'yes' : 'no'}
          options={[
            { value: 'no', label: m.deviationReport_no() },
            { value: 'yes', label: m.deviationReport_yes() },
          ]}
          onChange={(answer) => change({ isPersonalDataBreach: answer === 'yes' })}
        />
        <GuardedText
          guard={guard}
          target="note"
          label={m.deviation_classifyWhy()}
          description={m.deviation_classifyHelp()}
          value={note}
          maxLength={maxDeviationNoteLength}
          onChange={setNote}
        />
      </FormDialog>
      {newer && (
        <ConflictDialog
          newer={newer}
          mine={textsOf(values)}
          theirs={textsOf(read(newer))}
          onChoose={(choice) => void form.choose(choice, { note }).then(() => setOpen(choice === 'newer'))}
        />
      )}
    </>
  )
}

interface SelectProps<Value extends string> {
  id: string
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

function Select<Value extends string>({ id, label, value, options, onChange }: SelectProps<Value>) {
  return (
    <Field>
      <Label htmlFor={id}>{label}</Label>
      <select
        id={id}
        className="ds-input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
