import { Button } from '@digdir/designsystemet-react'
import type { Absence } from '#api/absences/contract.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { useEndAbsence } from './absence-calls.ts'

/** Ends the absence one is in. */
export function BackButton({ absence, onDone }: { absence: Absence; onDone?: () => void }) {
  const { mutate, isPending, error } = useEndAbsence()
  return (
    <>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      <Button loading={isPending} onClick={() => mutate(absence, { onSuccess: () => onDone?.() })}>
        {m.absence_iAmBack()}
      </Button>
    </>
  )
}
