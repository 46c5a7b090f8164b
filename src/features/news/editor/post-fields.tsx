import { Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { lazy, Suspense } from 'react'
import { maxTitleLength } from '#api/news-posts/contract.ts'
import { uploadErrorText } from '../../../components/attachments/upload-error.ts'
import { uploadFile } from '../../../components/attachments/upload-file.ts'
import { CoverImageField } from '../../../components/cover-image/cover-image-field.tsx'
import type { EditableText } from '../../../components/rich-text/editable-text.ts'
import type { SensitiveFinding } from '../../../components/sensitive-content/guard.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { m } from '../../../messages/messages.js'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { fieldIds } from './field-ids.ts'
import { InShortFields } from './in-short-fields.tsx'
import type { PostForm, TextName } from './post-form.ts'
import type { PublishCheck } from './publish-check.ts'
import styles from './edit-page.module.css'

const RichTextEditor = lazy(async () => {
  const { RichTextEditor } = await import('../../../components/rich-text/editor.tsx')
  return { default: RichTextEditor }
})

interface PostFieldsProps {
  form: PostForm
  findings: readonly SensitiveFinding[]
  errorOf: (name: PublishCheck['name']) => string | undefined
  onChange: (part: Partial<PostForm>) => void
  onAccept: (finding: SensitiveFinding) => void
  /** Hands out the text for the panel for plain language. */
  onTextReady: (text: EditableText | undefined) => void
}

/** What is written: title, in short, picture, text. Each says itself what is wrong with it. */
export function PostFields({ form, findings, errorOf, onChange, onAccept, onTextReady }: PostFieldsProps) {
  const warning = (target: TextName) => (
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
      <InShortFields
        lead={form.lead}
        action={form.action}
        actionError={errorOf('actionRequired')}
        leadWarning={warning('lead')}
        actionWarning={warning('actionRequired')}
        onChange={onChange}
      />
      <Sheet aria-labelledby="cover-title" className={styles.panel}>
        <h2 id="cover-title" className={styles.panelTitle}>
          {m.newsEditor_cover()}
        </h2>
        <CoverImageField
          id={fieldIds.coverImage}
          value={form.coverImage}
          error={errorOf('coverImage')}
          onChange={(coverImage) => onChange({ coverImage })}
        />
        {warning('coverImage')}
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
            onReady={onTextReady}
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
