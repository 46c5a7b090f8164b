import '../../../styles/forms.css'
import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { PencilIcon } from '@navikt/aksel-icons'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { m } from '../../../messages/messages.js'
import { saveErrorText } from './save-error.ts'
import styles from './profile-edit.module.css'

interface EditablePartProps {
  title: string
  /** What stands there now; says how it is when there is nothing. */
  children: ReactNode
  /** The fields, while it is changed. The first of them gets the focus. */
  fields: ReactNode
  /** What is typed goes back to what is saved. */
  onStart: () => void
  /** Why it cannot be saved yet, in words. */
  problem?: string
  /** It cannot be saved, and the fields say why. */
  isBlocked?: boolean
  onSave: () => Promise<void>
}

/** A part of a profile that is changed where it stands. What could not be saved stays in the field. */
export function EditablePart(props: EditablePartProps) {
  const { title, children, fields, onStart, problem, isBlocked = false, onSave } = props
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [hasTried, setTried] = useState(false)
  const [error, setError] = useState<string>()
  const opener = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen && form.current) focusField(form.current)
    else if (wasOpen.current) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  function start() {
    onStart()
    setTried(false)
    setError(undefined)
    setOpen(true)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setTried(true)
    setError(undefined)
    if (problem !== undefined || isBlocked) return form.current && focusField(form.current)
    setBusy(true)
    try {
      await onSave()
      setOpen(false)
    } catch (reason) {
      setError(saveErrorText(reason))
    } finally {
      setBusy(false)
    }
  }

  const shownError = hasTried ? (problem ?? error) : undefined

  return (
    <section aria-labelledby={titleId} className={styles.part}>
      <div className={styles.partHead}>
        <h2 id={titleId}>{title}</h2>
        {!isOpen && (
          <button
            ref={opener}
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-label={m.profile_changePart({ part: title })}
            onClick={start}
          >
            <PencilIcon aria-hidden fontSize="1.25rem" />
            {m.profile_change()}
          </button>
        )}
      </div>
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in it closes it
        <form
          ref={form}
          noValidate
          className={styles.form}
          onChange={() => setError(undefined)}
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) setOpen(false)
          }}
        >
          {fields}
          <div role="alert">
            {shownError !== undefined && <ValidationMessage>{shownError}</ValidationMessage>}
          </div>
          <div className={styles.actions}>
            <Button type="submit" loading={isBusy}>
              {m.profile_save()}
            </Button>
            <Button type="button" variant="tertiary" onClick={() => setOpen(false)}>
              {m.ui_cancel()}
            </Button>
          </div>
        </form>
      ) : (
        children
      )}
    </section>
  )
}

const focusField = (form: HTMLFormElement) => form.querySelector<HTMLElement>('input, textarea')?.focus()
