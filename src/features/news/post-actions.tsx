import { ArchiveIcon, PencilIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import { Link } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { actionErrorText } from './action-error.ts'
import { useArchiveNewsPost } from './mutations.ts'
import styles from './post-page.module.css'

/** What this reader may do with the post besides reading it. Draws nothing when that is nothing. */
export function PostActions({ post }: { post: NewsPost }) {
  const [isAsking, setAsking] = useState(false)
  const archive = useArchiveNewsPost()
  const { canEdit, canArchive } = post.permissions
  if (!canEdit && !canArchive) return null

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
      {archive.error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(archive.error)}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={m.news_archiveAsk()}
        confirmLabel={m.news_archive()}
        isBusy={archive.isPending}
        onConfirm={() => archive.mutate(post.id, { onSettled: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        {m.news_archiveWhat()}
      </ConfirmDialog>
    </div>
  )
}
