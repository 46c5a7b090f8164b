import { Button } from '@digdir/designsystemet-react'
import { TrashIcon } from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { useUndo } from '../../../ui/undo-context.ts'
import { deleteNewsPost } from '../mutations.ts'
import { newsQueries } from '../queries.ts'
import { hideDraft } from './deleted-drafts.ts'

interface DeleteDraftProps {
  id: string
  /** Called before the page is left, so that nothing written brings it back. Returns what takes that back. */
  onDelete?: () => () => void
}

/** Deletes a draft and goes home. It is only gone for good when the time to regret is over. */
export function DeleteDraft({ id, onDelete }: DeleteDraftProps) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { delay } = useUndo()

  function remove() {
    const putBack = onDelete?.()
    hideDraft(id, true)
    delay({
      text: m.newsEditor_draftDeleted(),
      run: async () => {
        try {
          await deleteNewsPost(id)
        } catch (error) {
          hideDraft(id, false)
          throw error
        }
        // It is not asked for again: there is nothing to get.
        queryClient.removeQueries({ queryKey: newsQueries.detail(id).queryKey })
        await queryClient.invalidateQueries({ queryKey: newsQueries.all })
      },
      onRegret: () => {
        putBack?.()
        hideDraft(id, false)
      },
    })
    void navigate(paths.home())
  }

  return (
    <Button variant="tertiary" data-color="danger" onClick={remove}>
      <TrashIcon aria-hidden />
      {m.news_deleteDraft()}
    </Button>
  )
}
