import { Button } from '@digdir/designsystemet-react'
import { CheckmarkCircleFillIcon, CircleIcon, PlusIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectiveAction } from '#api/corrective-actions/contract.ts'
import type { Deviation } from '#api/deviations/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { dayOf, formatDate } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Deadline } from '../../../ui/deadline.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { actionStateLabels } from '../deviation-words.ts'
import { AddActionForm } from './add-action-form.tsx'
import { useCaseAction } from './case-calls.ts'
import { CompleteDialog } from './complete-dialog.tsx'
import styles from './case.module.css'

/** Whether an action still has to be done. */
export const isPendingAction = ({ state }: CorrectiveAction): boolean =>
  state === 'new' || state === 'accepted'

/** What is done about it: who, until when, and how it stands. */
export function ActionsPanel({ deviation }: { deviation: Deviation }) {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const [completing, setCompleting] = useState<CorrectiveAction>()
  const [isAdding, setAdding] = useState(false)
  const accept = useCaseAction(deviation.id)
  const { correctiveActions = [], permissions } = deviation
  if (correctiveActions.length === 0 && !permissions.canAddAction) return null
  const mine = [viewer.id, ...viewer.actsFor.map(({ id }) => id)]

  return (
    <Sheet aria-labelledby="case-actions">
      <h2 id="case-actions" tabIndex={-1} className={styles.heading}>
        {m.deviation_actions()}
      </h2>
      {correctiveActions.length === 0 && <p className={styles.quiet}>{m.deviation_noActions()}</p>}
      <ul className={styles.actions}>
        {correctiveActions.map((action) => {
          const isMine = action.owner !== null && mine.includes(action.owner.id)
          return (
            <li key={action.id}>
              {isPendingAction(action) ? <CircleIcon aria-hidden /> : <CheckmarkCircleFillIcon aria-hidden />}
              <div className={styles.action}>
                <p>
                  <strong>{action.description}</strong>
                </p>
                <p className={styles.quiet}>
                  {action.owner?.displayName ?? m.deviation_ownerHidden()} ·{' '}
                  {action.doneDateTime === null ? (
                    <Deadline day={action.dueDate} />
                  ) : (
                    m.deviation_doneWhen({ day: formatDate(dayOf(new Date(action.doneDateTime))) })
                  )}
                </p>
                {action.doneNote && <p className={styles.note}>«{action.doneNote}»</p>}
                {isPendingAction(action) && (
                  <div className={styles.buttons}>
                    {isMine && action.state === 'new' && (
                      <Button
                        type="button"
                        variant="tertiary"
                        aria-label={m.deviation_acceptActionNamed({ what: action.description })}
                        loading={accept.isPending}
                        onClick={() =>
                          accept.mutate({ action: 'acceptAction', body: { actionId: action.id } })
                        }
                      >
                        {m.deviation_acceptAction()}
                      </Button>
                    )}
                    {permissions.canCompleteAction && (
                      <Button
                        type="button"
                        variant="tertiary"
                        aria-label={m.deviation_completeNamed({ what: action.description })}
                        onClick={() => setCompleting(action)}
                      >
                        {m.deviation_complete()}
                      </Button>
                    )}
                  </div>
                )}
              </div>
              <StatusTag tone={isPendingAction(action) ? 'neutral' : 'success'}>
                {actionStateLabels[action.state]()}
              </StatusTag>
            </li>
          )
        })}
      </ul>
      {accept.error !== null && (
        <Notice tone="danger" role="alert">
          {deviationErrorText(accept.error)}
        </Notice>
      )}
      {permissions.canAddAction &&
        (isAdding ? (
          <AddActionForm deviation={deviation} onDone={() => setAdding(false)} />
        ) : (
          <Button
            type="button"
            id="case-add-action"
            variant="tertiary"
            onClick={() => {
              setAdding(true)
              setTimeout(() => document.getElementById('case-action-description')?.focus())
            }}
          >
            <PlusIcon aria-hidden />
            {m.deviation_addAction()}
          </Button>
        ))}
      {completing && (
        <CompleteDialog id={deviation.id} action={completing} onClose={() => setCompleting(undefined)} />
      )}
    </Sheet>
  )
}
