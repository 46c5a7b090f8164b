import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { Deviation } from '#api/deviations/contract.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { reasonActions, ReasonDialog, reasonWords, type ReasonAction } from './reason-dialog.tsx'
import styles from './case.module.css'

const permissionOf = {
  forward: 'canForward',
  return: 'canReturn',
  reject: 'canReject',
  object: 'canObject',
  reopen: 'canReopen',
  requestReopening: 'canRequestReopening',
  shield: 'canShield',
  unshield: 'canUnshield',
} as const satisfies Record<ReasonAction, keyof Deviation['permissions']>

/** What else may be done with the case, beside the next step. Draws nothing when there is nothing. */
export function CaseChoices({ deviation: { id, permissions } }: { deviation: Deviation }) {
  const [open, setOpen] = useState<ReasonAction | 'merge'>()
  const actions = reasonActions.filter((action) => permissions[permissionOf[action]])
  if (actions.length === 0 && !permissions.canMerge) return null
  return (
    <Sheet aria-labelledby="case-choices">
      <h2 id="case-choices" className={styles.heading}>
        {m.deviation_choices()}
      </h2>
      <ul className={styles.choices}>
        {actions.map((action) => (
          <li key={action}>
            <Button type="button" variant="tertiary" onClick={() => setOpen(action)}>
              {reasonWords[action].label()}
            </Button>
          </li>
        ))}
        {permissions.canMerge && (
          <li>
            <Button type="button" variant="tertiary" onClick={() => setOpen('merge')}>
              {m.deviation_merge()}
            </Button>
          </li>
        )}
      </ul>
      {open === 'merge' && <MergeDialog id={id} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'merge' && (
        <ReasonDialog id={id} action={open} onClose={() => setOpen(undefined)} />
      )}
    </Sheet>
  )
}
