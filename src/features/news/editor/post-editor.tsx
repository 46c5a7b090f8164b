import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ImportedNewsPost, NewsPost } from '#api/news-posts/contract.ts'
import { readingTimeInMinutes } from '#api/text/reading-time.ts'
import { AttachmentField } from '../../../components/attachments/attachment-field.tsx'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { dayOf } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { AudiencePanel } from './audience-panel.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { EditActions } from './edit-actions.tsx'
import { focusField } from './focus-field.ts'
import { ImportancePanel } from './importance-panel.tsx'
import { ImportNotes } from './import-notes.tsx'
import { usePublishNewsPost } from '../mutations.ts'
import { changesOf, formOf, textsOf, type PostForm } from './post-form.ts'
import { PostFields } from './post-fields.tsx'
import { PostPreview } from './post-preview.tsx'
import { ProblemSummary, problemSummaryId } from './problem-summary.tsx'
import { fieldIds, publishChecks } from './publish-check.ts'
import { PublishChecklist } from './publish-checklist.tsx'
import { SaveProblem } from './save-problem.tsx'
import { SaveLine } from './save-line.tsx'
import { usePostSaver } from './use-post-saver.ts'
import styles from './edit-page.module.css'

interface PostEditorProps {
  post: NewsPost | undefined
  importNotes: ImportedNewsPost['importNotes']
  onCreated: (id: string) => void
}

/** The whole editor: text on the left, who gets it and what is missing on the right. */
export function PostEditor({ post, importNotes, onCreated }: PostEditorProps) {
  const navigate = useNavigate()
  const { saver, saveState } = usePostSaver(post, onCreated)
  const [form, setForm] = useState(saver.initialForm)
  /** Grows when the text is replaced from outside, since the editor only reads it once. */
  const [edition, setEdition] = useState(0)
  const [isPreview, setPreview] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [today] = useState(() => dayOf(new Date()))
  const publish = usePublishNewsPost()
  const { data: viewer } = useSuspenseQuery(viewerQuery)

  const texts = textsOf(form)
  const sensitive = useSensitiveContent(texts)
  const checks = publishChecks(form, sensitive.open, today)
  const problems = checks.filter((check) => !check.isDone)
  const errorOf = (name: string) =>
    isAsked ? problems.find((problem) => problem.name === name)?.text : undefined
  const isPublished = post?.state === 'published'
  const isChanged = post !== undefined && changesOf(form, formOf(post)) !== undefined
  const minutes = readingTimeInMinutes(texts.body)

  useEffect(() => saver.change(form, sensitive.acceptedDigits), [saver, form, sensitive.acceptedDigits])
  const change = (part: Partial<PostForm>) => setForm((current) => ({ ...current, ...part }))

  async function onPublish() {
    setAsked(true)
    setPreview(false)
    const [first] = problems
    if (first !== undefined) {
      // After the fields are drawn again with their errors.
      setTimeout(() => focusField(problems.length > 1 ? `#${problemSummaryId}` : first.target))
      return
    }
    const saved = await saver.save()
    if (saved === undefined) return
    if (!isPublished) await publish.mutateAsync(saved.id)
    void navigate(paths.newsPost(saved.id))
  }

  return (
    <div className={styles.page}>
      <PageHeader
        name={isPublished ? m.news_editTitle() : m.news_writeTitle()}
        above={<SaveLine state={saveState} post={post} isChanged={isChanged} />}
        actions={
          <EditActions
            isPublished={isPublished}
            isPreview={isPreview}
            isBusy={publish.isPending}
            onPreview={() => setPreview(!isPreview)}
            onPublish={() => void onPublish().catch(() => undefined)}
          />
        }
      />
      {isAsked && problems.length > 1 && <ProblemSummary problems={problems} />}
      <SaveProblem state={saveState} error={publish.error} onRetry={() => void saver.save()} />
      {saver.isRestored && <Notice tone="info">{m.news_restored()}</Notice>}
      <ImportNotes notes={importNotes} />
      <div className={styles.columns}>
        <div className={styles.text}>
          {isPreview && <PostPreview form={form} post={post} minutes={minutes} />}
          <div hidden={isPreview} className={styles.fields}>
            <PostFields
              key={edition}
              form={form}
              findings={sensitive.open}
              errorOf={errorOf}
              onChange={change}
              onAccept={sensitive.accept}
            />
            <Sheet aria-labelledby="attachments-title">
              <h2 id="attachments-title" className={styles.panelTitle}>
                {m.news_attachments()}
              </h2>
              <AttachmentField
                id={fieldIds.attachments}
                files={form.attachments}
                onAdd={(file) =>
                  setForm((current) => ({ ...current, attachments: [...current.attachments, file] }))
                }
                onRemove={(file) =>
                  change({ attachments: form.attachments.filter((other) => other.id !== file.id) })
                }
              />
            </Sheet>
          </div>
        </div>
        <div className={styles.aside}>
          <PublishChecklist checks={checks} />
          <AudiencePanel
            audience={form.audience}
            knownUnits={post?.audienceUnits ?? []}
            minutes={minutes}
            error={errorOf('audience')}
            onChange={(audience) => change({ audience })}
          />
          <ImportancePanel form={form} error={errorOf('confirmBy')} onChange={change} />
          {saver.post?.permissions.canDelete && (
            <DeleteDraft id={saver.post.id} onDeleted={() => saver.discard()} />
          )}
        </div>
      </div>
      {saveState.phase === 'conflict' && (
        <ConflictDialog
          viewerId={viewer.id}
          mine={form}
          newer={saveState.newer}
          onChoose={(choice) => {
            setForm(saver.settle(choice))
            if (choice === 'newer') setEdition((current) => current + 1)
            else void saver.save()
          }}
        />
      )}
    </div>
  )
}
