import type { Deviation } from '#api/deviations/contract.ts'

/** What can be the next thing to do with a case. */
export type StepName =
  | 'receive'
  | 'accept'
  | 'startTreatment'
  | 'findCause'
  | 'addAction'
  | 'completeActions'
  | 'submitForReview'
  | 'evaluate'
  | 'close'

/** The choice about the procedure is made when closing, so it does not stand in the way of it. */
export const asksOnClosing = 'documentOutcome'

/** What the viewer may do next with a case, the first thing first. Empty when it waits for somebody else. */
export function stepsFor({
  permissions,
  causeCategory,
  cause,
  correctiveActions = [],
  missingToClose = [],
}: Deviation): StepName[] {
  if (permissions.canReceive) return ['receive']
  if (permissions.canAccept) return ['accept']
  if (permissions.canStartTreatment) return ['startTreatment']
  if (permissions.canEvaluate) return ['evaluate']
  const isAllDone = correctiveActions.every(({ state }) => state === 'done' || state === 'evaluated')
  const hasCause = causeCategory !== null && (cause ?? '').trim() !== ''
  const isReady = missingToClose.every((code) => code === asksOnClosing)
  if (permissions.canClose && isReady) {
    return permissions.canAddAction && correctiveActions.length === 0 ? ['addAction', 'close'] : ['close']
  }
  if (permissions.canSubmitForReview && correctiveActions.length > 0 && isAllDone) return ['submitForReview']
  if (permissions.canTreat && !hasCause) return ['findCause']
  if (permissions.canAddAction && correctiveActions.length === 0) return ['addAction']
  return permissions.canCompleteAction && !isAllDone ? ['completeActions'] : []
}
