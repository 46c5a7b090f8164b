import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { Duty, DutyShift, type DutyPatch, type NewDuty, type NewDutyShift } from '#api/duties/contract.ts'
import { page, request, requestNothing } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { useUndo } from '../../ui/undo-context.ts'

const DutyPage = page(Duty)
const ShiftPage = page(DutyShift)
const path = '/v1.0/duties'
const one = (id: string) => `${path}/${encodeURIComponent(id)}`
/** Most duties, and most coming shifts of one, that are listed. */
const maxListed = 100

/** Reads of standing duties. Everything below `all` is fetched again after a change. */
export const dutyQueries = {
  all: ['duties'] as const,
  list: () =>
    queryOptions({
      queryKey: [...dutyQueries.all, 'list'],
      queryFn: async ({ signal }) =>
        (await request(DutyPage, path, { query: { $top: maxListed }, signal })).value,
      // It changes hands by the clock.
      refetchInterval: 60_000,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...dutyQueries.all, 'detail', id],
      queryFn: ({ signal }) => request(Duty, one(id), { signal }),
    }),
  /** Who has it now and later, in order. */
  shifts: (id: string) =>
    queryOptions({
      queryKey: [...dutyQueries.all, 'shifts', id],
      queryFn: async ({ signal }) => {
        const query = { $filter: `endDateTime gt ${new Date().toISOString()}`, $top: maxListed }
        return (await request(ShiftPage, `${one(id)}/shifts`, { query, signal })).value
      },
    }),
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: dutyQueries.all })
}

/** Makes a duty. */
export const useCreateDuty = () =>
  useMutation({
    mutationFn: (body: NewDuty) => request(Duty, path, { method: 'POST', body }),
    onSuccess: useRefresh(),
  })

/** Changes what a duty is called, or its number. */
export const useChangeDuty = (duty: Duty) =>
  useMutation({
    mutationFn: (body: DutyPatch) =>
      requestNothing(one(duty.id), { method: 'PATCH', body, ifMatch: duty['@odata.etag'] }),
    onSettled: useRefresh(),
  })

/** Takes a duty away, with who has had it. */
export const useDeleteDuty = () =>
  useMutation({
    mutationFn: ({ id }: Duty) => requestNothing(one(id), { method: 'DELETE' }),
    onSuccess: useRefresh(),
  })

const addShift = (dutyId: string, body: NewDutyShift) =>
  request(DutyShift, `${one(dutyId)}/shifts`, { method: 'POST', body })

/** Gives somebody the duty for a while; 409 `shiftOverlaps` when somebody has it then. */
export const useAddShift = (dutyId: string) =>
  useMutation({ mutationFn: (body: NewDutyShift) => addShift(dutyId, body), onSettled: useRefresh() })

/** Takes a shift from somebody, and offers to give it back. */
export function useRemoveShift(dutyId: string) {
  const refresh = useRefresh()
  const { offerUndo } = useUndo()
  return useMutation({
    mutationFn: ({ id }: DutyShift) => requestNothing(`${one(dutyId)}/shifts/${id}`, { method: 'DELETE' }),
    onSuccess: (_, { user, startDateTime, endDateTime }) => {
      offerUndo({
        text: m.duties_shiftRemoved({ name: user.displayName }),
        undo: async () => {
          await addShift(dutyId, { userId: user.id, startDateTime, endDateTime })
          await refresh()
        },
      })
      return refresh()
    },
  })
}
