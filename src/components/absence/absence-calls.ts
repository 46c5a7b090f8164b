import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Absence, type AbsencePatch, type NewAbsence, type Substitution } from '#api/absences/contract.ts'
import { request, requestIfAny, requestNothing } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { useUndo } from '../../ui/undo-context.ts'
import { absenceQueries, absencesPath } from './absence-queries.ts'
import { backText } from './absence-texts.ts'

/** Fetches again all that depends on who is away. */
function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [absenceQueries.all, ['me'], ['tasks'], ['reachability'], ['users']].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
}

/**
 * Registers an absence, and offers to take it back. When it became one with another there is nothing to take back
 * alone, and it is only told. @param userId whose; without it one's own.
 */
export function useRegisterAbsence(userId?: string) {
  const queryClient = useQueryClient()
  const refresh = useRefresh()
  const { offerUndo } = useUndo()
  const path = absencesPath(userId)
  return useMutation({
    mutationFn: async (body: NewAbsence) => {
      // What is known beforehand tells afterwards whether the new one became one with it.
      const before = await queryClient.fetchQuery(absenceQueries.coming(userId))
      const absence = await request(Absence, path, { method: 'POST', body })
      return { absence, stoodAlone: !before.some((known) => touches(known, body)) }
    },
    onSuccess: ({ absence, stoodAlone }) => {
      const text =
        userId === undefined
          ? m.absence_registered({ back: backText(absence.endDateTime) })
          : m.absence_saved()
      if (stoodAlone) {
        offerUndo({
          text,
          undo: async () => {
            await requestNothing(`${path}/${absence.id}`, { method: 'DELETE' })
            await refresh()
          },
        })
      }
      return refresh()
    },
  })
}

/** Whether two overlap, or one begins where the other ends. */
const touches = (known: Absence, { startDateTime, endDateTime }: NewAbsence) =>
  (endDateTime === null || known.startDateTime <= endDateTime) &&
  (known.endDateTime === null || known.endDateTime >= startDateTime)

/** Changes an absence as it was read. */
export function useChangeAbsence() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ absence, patch }: { absence: Absence; patch: AbsencePatch }) =>
      requestIfAny(Absence, `${absencesPath(absence.userId)}/${absence.id}`, {
        method: 'PATCH',
        body: patch,
        ifMatch: absence['@odata.etag'],
      }),
    onSettled: refresh,
  })
}

/** Ends the absence one is in; one that begins this very moment never was. */
export function useEndAbsence() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (absence: Absence) => {
      const endDateTime = new Date().toISOString()
      const path = `${absencesPath(absence.userId)}/${absence.id}`
      if (endDateTime <= absence.startDateTime) return requestNothing(path, { method: 'DELETE' })
      return requestNothing(path, {
        method: 'PATCH',
        body: { endDateTime },
        ifMatch: absence['@odata.etag'],
      })
    },
    onSettled: refresh,
  })
}

/** Takes an absence away once the time to regret is over, so that nobody is told for nothing. */
export function useRemoveAbsence(hide: (id: string, isHidden: boolean) => void) {
  const refresh = useRefresh()
  const { delay } = useUndo()
  return (absence: Absence) => {
    hide(absence.id, true)
    delay({
      text: m.absence_removed(),
      run: async () => {
        try {
          await requestNothing(`${absencesPath(absence.userId)}/${absence.id}`, { method: 'DELETE' })
        } catch (error) {
          hide(absence.id, false)
          throw error
        }
        await refresh()
      },
      onRegret: () => hide(absence.id, false),
    })
  }
}

/** Says yes or no to standing in for somebody. Either can be changed until it is over. */
export function useAnswerSubstitution() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ substitution, isYes }: { substitution: Substitution; isYes: boolean }) =>
      requestNothing(
        `${absencesPath(substitution.user.id)}/${substitution.id}/${isYes ? 'acceptSubstitution' : 'declineSubstitution'}`,
        { method: 'POST' },
      ),
    onSettled: refresh,
  })
}
