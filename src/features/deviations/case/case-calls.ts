import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type * as z from 'zod/mini'
import type { DeviationPatch } from '#api/deviation-reports/contract.ts'
import type {
  AcceptAction,
  AddAction,
  AdviseAuthorityNotice,
  Close,
  CompleteAction,
  DecideAuthorityNotice,
  Evaluate,
  Forward,
  Merge,
  ProposeAuthorityNotice,
  SubmitForReview,
  WithReason,
} from '#api/deviation-treatment/contract.ts'
import { Deviation, DeviationMessage } from '#api/deviations/contract.ts'
import type { AcceptedFinding } from '#api/text/accepted-finding.ts'
import { taskQueries } from '../../../components/tasks/task-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { request, requestIfAny } from '../../../lib/request.ts'
import { deviationPath, deviationQueries } from '../deviation-queries.ts'

/** What can be done with a case, and what the API takes for it. */
interface ActionBodies {
  receive: undefined
  startTreatment: undefined
  accept: undefined
  return: WithReason
  reject: WithReason
  object: WithReason
  reopen: WithReason
  requestReopening: WithReason
  shield: WithReason
  unshield: WithReason
  forward: z.infer<typeof Forward>
  addAction: z.infer<typeof AddAction>
  acceptAction: z.infer<typeof AcceptAction>
  completeAction: z.infer<typeof CompleteAction>
  submitForReview: z.infer<typeof SubmitForReview>
  evaluate: z.infer<typeof Evaluate>
  close: z.infer<typeof Close>
  merge: z.infer<typeof Merge>
  proposeAuthorityNotice: z.infer<typeof ProposeAuthorityNotice>
  adviseAuthorityNotice: z.infer<typeof AdviseAuthorityNotice>
  decideAuthorityNotice: z.infer<typeof DecideAuthorityNotice>
}

/** One action with its body. */
export type CaseAction = {
  [Name in keyof ActionBodies]: { action: Name; body: ActionBodies[Name] }
}[keyof ActionBodies]

/**
 * Puts a case the API has answered with in place of what was read. Lists are read anew, and nothing waits for them: the
 * next step is shown at once, and has to answer when it is pressed.
 */
function useKeep() {
  const queryClient = useQueryClient()
  return (deviation: Deviation) => {
    queryClient.setQueryData(deviationQueries.detail(deviation.id).queryKey, deviation)
    void queryClient.invalidateQueries({ queryKey: [...deviationQueries.all, 'list'] })
    void queryClient.invalidateQueries({ queryKey: taskQueries.all })
  }
}

/**
 * Does something with a case. Whoever may not see it any longer is led to the list.
 * @param staysHere for owners of actions, who need not see the case at all.
 */
export function useCaseAction(id: string, { staysHere = false } = {}) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const keep = useKeep()
  return useMutation({
    mutationFn: ({ action, body }: CaseAction) =>
      requestIfAny(Deviation, `${deviationPath(id)}/${action}`, { method: 'POST', body: body ?? {} }),
    onSuccess: async (deviation) => {
      if (deviation) return keep(deviation)
      if (!staysHere) {
        void navigate(paths.deviations())
        queryClient.removeQueries({ queryKey: deviationQueries.detail(id).queryKey })
      }
      await queryClient.invalidateQueries({ queryKey: deviationQueries.all })
    },
    // Somebody else may have done it, or something that makes it impossible.
    onError: () => queryClient.invalidateQueries({ queryKey: deviationQueries.all }),
  })
}

/** Changes a case; 412 when somebody has changed it since it was read. */
export function useChangeCase(id: string) {
  const keep = useKeep()
  return useMutation({
    mutationFn: ({ etag, patch }: { etag: string | undefined; patch: DeviationPatch }) =>
      request(Deviation, deviationPath(id), {
        method: 'PATCH',
        body: patch,
        ifMatch: etag,
        headers: { Prefer: 'return=representation' },
      }),
    onSuccess: keep,
  })
}

/** Writes in the dialogue with the reporter. */
export function useWriteMessage(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { text: string; acceptedFindings: AcceptedFinding[] }) =>
      request(DeviationMessage, `${deviationPath(id)}/messages`, { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: deviationQueries.messages(id).queryKey }),
  })
}
