import '../../../styles/forms.css'
import { useState, type SubmitEvent } from 'react'
import { Button } from '@digdir/designsystemet-react'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import type { UserReference } from '#api/users/contract.ts'
import { PersonPicker } from '../../../components/person-picker/person-picker.tsx'
import { UnitPicker } from '../../../components/person-picker/unit-picker.tsx'
import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { useNameEditor } from './news-editor-calls.ts'
import styles from './insight.module.css'

/** Names somebody to publish to a unit. */
export function NameEditorForm() {
  const [unit, setUnit] = useState<OrgUnitReference | null>(null)
  const [person, setPerson] = useState<UserReference | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [outcome, setOutcome] = useState('')
  const { mutate, isPending, error, reset } = useNameEditor()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setOutcome('')
    setChecked(true)
    if (unit === null || person === null) {
      document.getElementById(unit === null ? 'editor-unit' : 'editor-person')?.focus()
      return
    }
    mutate(
      { orgUnitId: unit.id, userId: person.id },
      {
        onSuccess: () => {
          setOutcome(m.newsInsight_added({ name: person.displayName, unit: unit.displayName }))
          setPerson(null)
          setChecked(false)
        },
      },
    )
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <UnitPicker
        id="editor-unit"
        label={m.newsInsight_addUnit()}
        description={m.newsInsight_addUnitWhat()}
        value={unit?.id ?? null}
        onChange={(next) => {
          setUnit(next)
          reset()
        }}
        error={isChecked && unit === null ? m.newsInsight_needUnit() : undefined}
      />
      <PersonPicker
        id="editor-person"
        label={m.newsInsight_addPerson()}
        value={person}
        onChange={(next) => {
          setPerson(next)
          reset()
        }}
        error={isChecked && person === null ? m.newsInsight_needPerson() : undefined}
      />
      {error !== null && (
        <Notice tone="danger" role="alert">
          {errorText(error, unit?.displayName ?? '', person?.displayName ?? '')}
        </Notice>
      )}
      <Button type="submit" loading={isPending}>
        {m.newsInsight_add()}
      </Button>
      <output>{outcome}</output>
    </form>
  )
}

function errorText(error: Error, unit: string, name: string): string {
  if (error instanceof ApiError && error.code === 'alreadyNamed') {
    return m.newsInsight_errorNamed({ name, unit })
  }
  if (error instanceof ApiError && error.status === 403) return m.newsInsight_errorUnit()
  return actionErrorText(error)
}
