import { DownloadIcon, PaperclipIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { FileReference } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { requestBlob } from '../../lib/request.ts'
import { saveAs } from '../../lib/save-as.ts'
import { fileDescription } from './file-description.ts'
import styles from './attachments.module.css'

/** Files that come with something, each a button that downloads it. Draws nothing when there are none. */
export function AttachmentList({ files }: { files: readonly FileReference[] }) {
  if (files.length === 0) return null
  return (
    <ul className={styles.list} aria-label={m.parts_attachments()}>
      {files.map((file) => (
        <li key={file.id}>
          <DownloadButton file={file} />
        </li>
      ))}
    </ul>
  )
}

function DownloadButton({ file }: { file: FileReference }) {
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready')

  async function download() {
    setState('loading')
    try {
      saveAs(await requestBlob(`/v1.0/files/${file.id}/content`), file.name)
      setState('ready')
    } catch {
      setState('failed')
    }
  }

  return (
    <>
      <button
        type="button"
        className={styles.file}
        aria-busy={state === 'loading'}
        onClick={() => void download()}
      >
        <PaperclipIcon aria-hidden />
        <span className={styles.name}>
          {file.name} <span className={styles.meta}>{fileDescription(file)}</span>
        </span>
        <DownloadIcon title={m.parts_download()} />
      </button>
      <output className={styles.error}>{state === 'failed' && m.parts_downloadFailed()}</output>
    </>
  )
}
