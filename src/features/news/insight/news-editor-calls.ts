import { useMutation, useQueryClient } from '@tanstack/react-query'
import { NewsEditor } from '#api/news-editors/contract.ts'
import { request, requestNothing } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { useUndo } from '../../../ui/undo-context.ts'
import { insightQueries } from './insight-queries.ts'

/** Who is to publish to what. */
interface Naming {
  orgUnitId: string
  userId: string
}

const nameEditor = (body: Naming) => request(NewsEditor, '/v1.0/newsEditors', { method: 'POST', body })

/** Names somebody; 409 `alreadyNamed`, 403 for a unit one does not lead. */
export function useNameEditor() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: nameEditor,
    onSuccess: () => queryClient.invalidateQueries(insightQueries.editors()),
  })
}

/** Takes the right from somebody, and offers to give it back. */
export function useRemoveEditor() {
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const refresh = () => queryClient.invalidateQueries(insightQueries.editors())
  return useMutation({
    mutationFn: ({ id }: NewsEditor) => requestNothing(`/v1.0/newsEditors/${id}`, { method: 'DELETE' }),
    onSuccess: (_, { orgUnit, user }) => {
      offerUndo({
        text: m.newsInsight_removed({ name: user.displayName, unit: orgUnit.displayName }),
        undo: async () => {
          await nameEditor({ orgUnitId: orgUnit.id, userId: user.id })
          await refresh()
        },
      })
      return refresh()
    },
  })
}
