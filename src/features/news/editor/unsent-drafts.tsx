import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { formatWhen } from '../../../lib/dates.ts'
import { useIsOnline } from '../../../lib/online.ts'
import { paths } from '../../../lib/paths.ts'
import { ApiError } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { useUndo } from '../../../ui/undo-context.ts'
import { actionErrorText } from '../action-error.ts'
import { createNewsPost } from '../mutations.ts'
import { newsQueries } from '../queries.ts'
import { isLeaving, useLocalCopies, writeLocalCopy, type NamedCopy } from './local-copy.ts'
import { inputOf } from './post-form.ts'
import styles from './unsent-drafts.module.css'

/** «Ikke sendt ennå»: what was written in this browser and is not on the server. Draws nothing when there is none. */
export function UnsentDrafts() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const isOnline = useIsOnline()
  const copies = useLocalCopies(viewer.id).filter(({ name }) => !isLeaving(name))
  if (copies.length === 0) return null
  return (
    <Sheet aria-labelledby="unsent-title">
      <h2 id="unsent-title" className={styles.heading}>
        {m.newsEditor_unsent()}
      </h2>
      <p className={styles.meta}>{isOnline ? m.newsEditor_unsentWhat() : m.newsEditor_unsentOffline()}</p>
      <ul className={styles.list}>
        {copies.map((copy) => (
          <UnsentDraft key={copy.name} copy={copy} viewerId={viewer.id} />
        ))}
      </ul>
    </Sheet>
  )
}

function UnsentDraft({ copy, viewerId }: { copy: NamedCopy; viewerId: string }) {
  const { name, form, postId, writtenDateTime } = copy
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const title = form.title.trim() || m.news_untitled()
  const save = useMutation({
    // Offline it is tried, and fails at once with the reason.
    networkMode: 'always',
    mutationFn: () => createNewsPost(inputOf(form)),
    onSuccess: () => {
      writeLocalCopy(viewerId, name, undefined)
      return queryClient.invalidateQueries({ queryKey: newsQueries.all })
    },
  })

  function forget() {
    writeLocalCopy(viewerId, name, undefined)
    offerUndo({
      text: m.newsEditor_draftDeleted(),
      undo: async () => writeLocalCopy(viewerId, name, copy),
    })
  }

  return (
    <li>
      <Link to={postId === undefined ? paths.newNewsPost(name) : paths.editNewsPost(postId)}>{title}</Link>
      <p className={styles.meta}>{m.newsEditor_writtenWhen({ when: formatWhen(writtenDateTime) })}</p>
      <div className={styles.actions}>
        {/* What belongs to a saved post is looked at before it is sent: somebody else may have written too. */}
        {postId === undefined && (
          <Button
            variant="secondary"
            loading={save.isPending}
            aria-label={m.newsEditor_saveNowTitle({ title })}
            onClick={() => save.mutate()}
          >
            {m.newsEditor_saveNow()}
          </Button>
        )}
        <Button
          variant="tertiary"
          data-color="danger"
          aria-label={m.newsEditor_forgetTitle({ title })}
          onClick={forget}
        >
          {m.newsEditor_forget()}
        </Button>
      </div>
      <p role="alert" className={styles.error}>
        {save.error !== null && saveErrorText(save.error)}
      </p>
    </li>
  )
}

/** An identity number is answered for in the editor, where it can be seen. */
function saveErrorText(error: Error): string {
  const isSensitive = error instanceof ApiError && error.code === 'sensitiveContent'
  return isSensitive ? m.newsEditor_unsentSensitive() : actionErrorText(error)
}
