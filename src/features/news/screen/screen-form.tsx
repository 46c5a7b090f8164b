import '../../../styles/forms.css'
import { useState, type SubmitEvent } from 'react'
import { Button, Textfield } from '@digdir/designsystemet-react'
import { maxScreenNameLength, type OpenedInfoScreen } from '#api/info-screens/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import { UnitPicker } from '../../../components/person-picker/unit-picker.tsx'
import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { useAddScreen } from './screen-calls.ts'
import styles from './screens.module.css'

/** Sets up a screen in a unit. */
export function ScreenForm({ onAdded }: { onAdded: (screen: OpenedInfoScreen) => void }) {
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<OrgUnitReference | null>(null)
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error, reset } = useAddScreen()
  const isSensitive = error instanceof ApiError && error.code === 'sensitiveContent'

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (name.trim() === '' || unit === null) {
      document.getElementById(name.trim() === '' ? 'screen-name' : 'screen-unit')?.focus()
      return
    }
    mutate(
      { name: name.trim(), orgUnitId: unit.id },
      {
        onSuccess: (screen) => {
          setName('')
          setUnit(null)
          setChecked(false)
          onAdded(screen)
        },
      },
    )
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Textfield
        id="screen-name"
        label={m.newsScreen_name()}
        description={m.newsScreen_nameWhat()}
        value={name}
        maxLength={maxScreenNameLength}
        onChange={(event) => {
          setName(event.target.value)
          reset()
        }}
        error={
          isSensitive
            ? m.newsScreen_sensitive()
            : isChecked && name.trim() === ''
              ? m.newsScreen_needName()
              : undefined
        }
      />
      <UnitPicker
        id="screen-unit"
        label={m.newsScreen_unit()}
        description={m.newsScreen_unitWhat()}
        value={unit?.id ?? null}
        onChange={(next) => {
          setUnit(next)
          reset()
        }}
        error={isChecked && unit === null ? m.newsScreen_needUnit() : undefined}
      />
      {error !== null && !isSensitive && (
        <Notice tone="danger" role="alert">
          {error instanceof ApiError && error.status === 403
            ? m.newsScreen_errorUnit()
            : actionErrorText(error)}
        </Notice>
      )}
      <Button type="submit" loading={isPending}>
        {m.newsScreen_add()}
      </Button>
    </form>
  )
}
