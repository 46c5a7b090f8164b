import { EnvelopeClosedIcon, PencilIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import type { EditState } from '../edit-state.ts'
import { importErrorText } from './import-error.ts'
import { messageFiles } from '../message-files.ts'
import { useImportMessage } from '../mutations.ts'
import { useFileDrop } from './use-file-drop.ts'
import styles from './writer-panel.module.css'

/**
 * For those who may write: a new post, or one made of an e-mail. An e-mail can be dropped anywhere on the
 * page, so that it takes no longer than forwarding it to everybody.
 */
export function WriterPanel() {
  const navigate = useNavigate()
  const picker = useRef<HTMLInputElement>(null)
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const write = viewer.permissions.canPublishNewsPosts ? m.news_write() : m.newsEditor_proposeTitle()
  const { mutate, isPending, error, variables } = useImportMessage()

  function importMessage(files: File[]) {
    const [message] = files
    if (message === undefined || isPending) return
    mutate(message, {
      onSuccess: ({ id, importNotes }) => {
        const state: EditState = { importNotes }
        void navigate(paths.editNewsPost(id), { state })
      },
    })
  }
  const isDropping = useFileDrop(importMessage)

  return (
    <section className={styles.panel} aria-label={write}>
      <Link to={paths.newNewsPost()} className="ds-button" data-color="accent">
        <PencilIcon aria-hidden />
        {write}
      </Link>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-busy={isPending}
        onClick={() => picker.current?.click()}
      >
        <EnvelopeClosedIcon aria-hidden />
        {m.news_importButton()}
      </button>
      <p className={styles.hint}>{m.news_importHint()}</p>
      <input
        ref={picker}
        type="file"
        accept={messageFiles}
        hidden
        aria-label={m.news_importButton()}
        onChange={(event) => {
          importMessage([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <output className={styles.progress}>
        {isPending && (
          <>
            {m.news_importing({ name: variables.name })}
            <progress aria-label={m.news_importing({ name: variables.name })} />
          </>
        )}
      </output>
      {error !== null && !isPending && (
        <Notice tone="danger" role="alert" title={m.news_importFailed({ name: variables?.name ?? '' })}>
          {importErrorText(error)}
        </Notice>
      )}
      {isDropping && (
        <div className={styles.dropZone} aria-hidden>
          <p>{m.news_importDrop()}</p>
        </div>
      )}
    </section>
  )
}
