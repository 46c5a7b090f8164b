import { TrashIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { actionErrorText } from '../action-error.ts'
import { useDeleteNewsPost } from '../mutations.ts'

interface DeleteDraftProps {
  id: string
  /** Called when it is gone, before the page is left. */
  onDeleted?: () => void
}

/** Deletes a draft for good, after asking once more, and goes home. */
export function DeleteDraft({ id, onDeleted }: DeleteDraftProps) {
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending, error } = useDeleteNewsPost()

  function confirm() {
    mutate(id, {
      onSuccess: () => {
        onDeleted?.()
        void navigate(paths.home())
      },
      onError: () => setAsking(false),
    })
  }

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-color="danger"
        data-variant="tertiary"
        onClick={() => setAsking(true)}
      >
        <TrashIcon aria-hidden />
        {m.news_deleteDraft()}
      </button>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={m.news_deleteDraftAsk()}
        confirmLabel={m.news_deleteDraft()}
        tone="danger"
        isBusy={isPending}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        {m.news_deleteDraftWhat()}
      </ConfirmDialog>
    </>
  )
}
