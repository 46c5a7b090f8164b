import '../../../styles/forms.css'
import { Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { ShieldLockIcon } from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import {
  hiddenParts,
  maxProtectionReasonLength,
  type PersonProtection,
  type UserProfile,
} from '#api/users/contract.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import { requestNothing } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { colleagueQueries } from '../queries.ts'
import { partNames } from './hidden-parts.tsx'
import { saveErrorText } from './save-error.ts'
import { useRefreshPerson } from './use-save-profile.ts'
import styles from './profile-edit.module.css'

/** For HR: what is hidden of a person, and why (features.md K28). */
export function ProtectionButton({ person }: { person: UserProfile }) {
  const queryClient = useQueryClient()
  /** As it was when the dialog was opened; undefined while it is closed. */
  const [opened, setOpened] = useState<PersonProtection | null>()
  const [error, setError] = useState('')

  async function open() {
    setError('')
    try {
      setOpened(await queryClient.fetchQuery({ ...colleagueQueries.protection(person.id), staleTime: 0 }))
    } catch (reason) {
      setError(saveErrorText(reason))
    }
  }

  return (
    <>
      <button type="button" className="ds-button" data-variant="tertiary" onClick={() => void open()}>
        <ShieldLockIcon aria-hidden fontSize="1.25rem" />
        {m.profile_protect()}
      </button>
      <span role="alert" className={styles.error}>
        {error}
      </span>
      {opened !== undefined && (
        <ProtectionDialog person={person} protection={opened} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

interface ProtectionDialogProps {
  person: UserProfile
  protection: PersonProtection | null
  onClose: () => void
}

function ProtectionDialog({ person, protection, onClose }: ProtectionDialogProps) {
  const reasonId = useId()
  const refresh = useRefreshPerson()
  const [hides, setHides] = useState<readonly string[]>(protection?.hides ?? [])
  const [reason, setReason] = useState(protection?.reason ?? '')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { open } = useSensitiveContent({ [reasonId]: reason })
  const path = `/v1.0/users/${person.id}/protection`

  async function attempt(work: () => Promise<void>) {
    setError(undefined)
    setBusy(true)
    try {
      await work()
      await refresh()
      onClose()
    } catch (cause) {
      setError(saveErrorText(cause))
    } finally {
      setBusy(false)
    }
  }

  function save() {
    if (hides.length === 0) return setError(m.profile_protectNothing())
    if (reason.trim() === '') return setError(m.profile_protectNoReason())
    if (open.length > 0) return setError(m.parts_sensitiveFound())
    const body = { hides, reason: reason.trim() }
    void attempt(() => requestNothing(path, { method: 'PUT', body }))
  }

  return (
    <Modal
      isOpen
      title={m.profile_protectTitle({ name: person.displayName })}
      onCancel={onClose}
      actions={
        <>
          <Button loading={isBusy} onClick={isBusy ? undefined : save}>
            {m.profile_save()}
          </Button>
          {protection !== null && (
            <Button
              variant="tertiary"
              data-color="danger"
              onClick={() => void attempt(() => requestNothing(path, { method: 'DELETE' }))}
            >
              {m.profile_protectEnd()}
            </Button>
          )}
          <Button variant="secondary" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      <p>{m.profile_protectHelp()}</p>
      {protection !== null && (
        <p className={styles.nothing}>
          {m.profile_protectDecided({
            name: protection.decidedBy.displayName,
            when: formatDateTime(protection.decidedDateTime),
          })}
        </p>
      )}
      <fieldset className={styles.days}>
        <legend>{m.profile_protectWhat()}</legend>
        {hiddenParts.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={hides.includes(part)}
              onChange={({ target }) =>
                setHides(hiddenParts.filter((one) => (one === part ? target.checked : hides.includes(one))))
              }
            />
            {partNames[part]()}
          </label>
        ))}
      </fieldset>
      <Textfield
        id={reasonId}
        label={m.profile_protectReason()}
        description={m.profile_protectReasonHelp()}
        multiline
        rows={3}
        maxLength={maxProtectionReasonLength}
        value={reason}
        aria-describedby={`${reasonId}-sensitive`}
        onChange={(event) => setReason(event.target.value)}
      />
      <SensitiveContentWarning id={`${reasonId}-sensitive`} findings={open} />
      <div role="alert">{error !== undefined && <ValidationMessage>{error}</ValidationMessage>}</div>
    </Modal>
  )
}
