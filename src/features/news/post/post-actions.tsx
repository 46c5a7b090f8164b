import {
  ArchiveIcon,
  ArrowUndoIcon,
  ClockDashedIcon,
  PencilIcon,
  PrinterLargeIcon,
} from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useUndo } from '../../../ui/undo-context.ts'
import { actionErrorText } from '../action-error.ts'
import { DeleteDraft } from '../editor/delete-draft.tsx'
import { restoreNewsPost, useArchiveNewsPost, usePublishNewsPost } from '../mutations.ts'
import { newsQueries } from '../queries.ts'
import styles from './post-page.module.css'

/** What this reader may do with the post besides reading it. Draws nothing when that is nothing. */
export function PostActions({ post }: { post: NewsPost }) {
  const [isAsking, setAsking] = useState(false)
  const archive = useArchiveNewsPost()
  const publish = usePublishNewsPost()
  const { offerUndo } = useUndo()
  const queryClient = useQueryClient()
  const { canEdit, canArchive, canDelete, canPublish } = post.permissions
  const isArchived = post.state === 'archived'
  const error = archive.error ?? publish.error
  // What has been out can be put on a wall; what has not, only its writers see.
  const canPrint = post.version > 0
  if (!canEdit && !canArchive && !canPrint) return null

  /** Back to where it was, with its time and its confirmations. */
  function offerRestoring() {
    offerUndo({
      text: m.newsEditor_archived(),
      undo: async () => {
        await restoreNewsPost(post.id)
        await queryClient.invalidateQueries({ queryKey: newsQueries.all })
      },
    })
  }

  return (
    <div className={styles.actions}>
      {canEdit && (
        <Link to={paths.editNewsPost(post.id)} className="ds-button" data-variant="secondary">
          <PencilIcon aria-hidden />
          {m.news_edit()}
        </Link>
      )}
      {canArchive && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setAsking(true)}>
          <ArchiveIcon aria-hidden />
          {m.news_archive()}
        </button>
      )}
      {isArchived && canPublish && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setAsking(true)}>
          <ArrowUndoIcon aria-hidden />
          {m.news_publishAgain()}
        </button>
      )}
      {canEdit && post.version > 0 && (
        <Link to={paths.newsPostVersions(post.id)} className="ds-button" data-variant="tertiary">
          <ClockDashedIcon aria-hidden />
          {m.newsEditor_versions()}
        </Link>
      )}
      {canPrint && (
        <Link to={paths.printNewsPost(post.id)} className="ds-button" data-variant="tertiary">
          <PrinterLargeIcon aria-hidden />
          {m.newsPost_print()}
        </Link>
      )}
      {canDelete && <DeleteDraft id={post.id} />}
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={isArchived ? m.news_publishAgainAsk() : m.news_archiveAsk()}
        confirmLabel={isArchived ? m.news_publishAgain() : m.news_archive()}
        isBusy={archive.isPending || publish.isPending}
        onConfirm={() =>
          isArchived
            ? publish.mutate(post.id, { onSettled: () => setAsking(false) })
            : archive.mutate(post.id, { onSuccess: offerRestoring, onSettled: () => setAsking(false) })
        }
        onCancel={() => setAsking(false)}
      >
        {isArchived ? m.news_publishAgainWhat() : m.news_archiveWhat()}
      </ConfirmDialog>
    </div>
  )
}
