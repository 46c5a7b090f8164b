import { Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { lazy, Suspense } from 'react'
import { maxLeadLength, maxTitleLength } from '#api/news-posts/contract.ts'
import { uploadErrorText } from '../../../components/attachments/upload-error.ts'
import { uploadFile } from '../../../components/attachments/upload-file.ts'
import type { SensitiveFinding } from '../../../components/sensitive-content/guard.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { m } from '../../../messages/messages.js'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { PostForm } from './post-form.ts'
import { fieldIds } from './publish-check.ts'
import styles from './edit-page.module.css'

const RichTextEditor = lazy(async () => {
  const { RichTextEditor } = await import('../../../components/rich-text/editor.tsx')
  return { default: RichTextEditor }
})

interface PostFieldsProps {
  form: PostForm
  findings: readonly SensitiveFinding[]
  errorOf: (name: string) => string | undefined
  onChange: (part: Partial<PostForm>) => void
  onAccept: (finding: SensitiveFinding) => void
}

/** What is written: title, in short, text. Each says itself what is wrong with it. */
export function PostFields({ form, findings, errorOf, onChange, onAccept }: PostFieldsProps) {
  const warning = (target: string) => (
    <SensitiveContentWarning
      id={`sensitive-${target}`}
      findings={findings.filter((finding) => finding.target === target)}
      onAccept={onAccept}
    />
  )
  const bodyError = errorOf('body')
  return (
    <>
      <div>
        <Textfield
          id={fieldIds.title}
          className={styles.title}
          label={m.news_fieldTitle()}
          value={form.title}
          maxLength={maxTitleLength}
          error={errorOf('title')}
          aria-describedby="sensitive-title"
          onChange={(event) => onChange({ title: event.target.value })}
        />
        {warning('title')}
      </div>
      <Sheet>
        <Textfield
          id={fieldIds.lead}
          multiline
          rows={3}
          label={m.news_lead()}
          description={m.news_leadDescription()}
          value={form.lead}
          maxLength={maxLeadLength}
          aria-describedby="sensitive-lead"
          onChange={(event) => onChange({ lead: event.target.value })}
        />
        {warning('lead')}
      </Sheet>
      <div>
        <p id="body-label" className={styles.label}>
          {m.news_fieldBody()}
        </p>
        <Suspense fallback={<EditorShape />}>
          <RichTextEditor
            id={fieldIds.body}
            labelledBy="body-label"
            describedBy="body-error sensitive-body"
            invalid={bodyError !== undefined}
            initialValue={form.body}
            onChange={(body) => onChange({ body })}
            uploadImage={storeImage}
          />
        </Suspense>
        <div id="body-error" className={styles.problem}>
          {bodyError !== undefined && <ValidationMessage>{bodyError}</ValidationMessage>}
        </div>
        {warning('body')}
      </div>
    </>
  )
}

/** @throws {Error} with a message for the author. */
async function storeImage(file: File) {
  try {
    const { id, width, height } = await uploadFile(file)
    return { fileId: id, width, height }
  } catch (cause) {
    throw new Error(uploadErrorText(cause), { cause })
  }
}

function EditorShape() {
  return (
    <Loading label={m.news_editorLoading()}>
      <div className={`ds-skeleton ${styles.editorShape}`} data-variant="rectangle" />
    </Loading>
  )
}
