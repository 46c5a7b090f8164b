import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { InfoScreen, OpenedInfoScreen, type NewInfoScreen } from '#api/info-screens/contract.ts'
import { page, request, requestNothing } from '../../../lib/request.ts'

const InfoScreenPage = page(InfoScreen)
const path = '/v1.0/infoScreens'
/** Most screens listed: more than any municipality has walls for in one list. */
const maxListed = 100

/** The screens I may manage, by unit and name. */
export const screensQuery = queryOptions({
  queryKey: ['infoScreens'],
  queryFn: async ({ signal }) =>
    (await request(InfoScreenPage, path, { query: { $top: maxListed }, signal })).value,
})

/** Sets up a screen; the answer has its address, which is never told again. */
export const useAddScreen = () =>
  useScreenMutation((body: NewInfoScreen) => request(OpenedInfoScreen, path, { method: 'POST', body }))

/** Gives a screen a new address; the old one is closed at once. */
export const useRenewScreen = () =>
  useScreenMutation((id: string) => request(OpenedInfoScreen, `${path}/${id}/renew`, { method: 'POST' }))

/** Takes a screen down. */
export const useRemoveScreen = () =>
  useScreenMutation((id: string) => requestNothing(`${path}/${id}`, { method: 'DELETE' }))

function useScreenMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => queryClient.invalidateQueries(screensQuery) })
}
