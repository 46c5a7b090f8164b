import { Button } from '@digdir/designsystemet-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportedNewsPost, NewsPost } from '#api/news-posts/contract.ts'
import type { EditableText } from '../../../components/rich-text/editable-text.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { EditActions } from './edit-actions.tsx'
import { EditorAside } from './editor-aside.tsx'
import { EditorText } from './editor-text.tsx'
import { fieldIds } from './field-ids.ts'
import { focusField } from './focus-field.ts'
import { ImportNotes } from './import-notes.tsx'
import { stepLabels } from './post-steps.ts'
import { PreviewAs } from './preview-as.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { SaveLine } from './save-line.tsx'
import { SaveProblem } from './save-problem.tsx'
import { hasStatus, StatusYard } from './status-yard.tsx'
import { StepDialogs } from './step-dialogs.tsx'
import { useEditor } from './use-editor.ts'
import styles from './edit-page.module.css'

interface PostEditorProps {
  post: NewsPost | undefined
  /** What a post without an id is kept under in this browser. */
  draftName: string
  importNotes: ImportedNewsPost['importNotes']
  /** An earlier version whose text is to be written on. */
  restoreVersion: number | undefined
  onCreated: (id: string) => void
  onKept: () => void
}

/** The whole editor: text on the left, who gets it, when, and what is missing on the right. */
export function PostEditor({ importNotes, ...opened }: PostEditorProps) {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const [text, setText] = useState<EditableText>()
  const [isPreview, setPreview] = useState(false)
  const editor = useEditor({ ...opened, viewer, onIncomplete: () => setPreview(false) })
  const { saver, saveState, form, change, problems, isAsked, steps, next } = editor
  const { post } = saver
  const isStanding = hasStatus(post)

  async function togglePreview() {
    setPreview(!isPreview)
    // Whether it reaches somebody is answered of what is saved; what is out is saved on command alone.
    if (!isPreview && (post === undefined || post.state === 'draft')) await saver.save()
  }

  return (
    <div className={styles.page}>
      <PageHeader
        name={titleOf(post, viewer.permissions.canPublishNewsPosts)}
        above={<SaveLine state={saveState} post={post} isChanged={editor.isChanged} />}
        actions={
          <EditActions
            steps={next}
            isPreview={isPreview}
            isBusy={steps.isBusy}
            onPreview={() => void togglePreview()}
            onStep={steps.take}
            onPlan={() => {
              change({ publishDateTime: editor.tomorrow })
              setPreview(false)
              setTimeout(() => focusField(`#${fieldIds.publishDateTime}`))
            }}
          />
        }
      />
      {isAsked && problems.length > 1 && <ProblemSummary problems={problems} />}
      <SaveProblem state={saveState} error={steps.error} onRetry={() => void saver.save()} />
      {saver.isRestored && saveState.phase !== 'held' && <Notice tone="info">{m.news_restored()}</Notice>}
      <ImportNotes notes={importNotes} />
      {isStanding && <StatusYard post={post} viewerId={viewer.id} />}
      {isPreview && <PreviewAs form={form} saved={saver.post} viewer={viewer} minutes={editor.minutes} />}
      <div hidden={isPreview} className={styles.columns}>
        <EditorText editor={editor} onTextReady={setText} />
        <EditorAside editor={editor} text={text} isYardTaken={isStanding} />
      </div>
      {next.quiet !== undefined && !isPreview && (
        <div className={styles.quiet}>
          <p>{m.newsEditor_submitInstead()}</p>
          <Button variant="tertiary" onClick={() => next.quiet && steps.take(next.quiet)}>
            {stepLabels[next.quiet]()}
          </Button>
        </div>
      )}
      <StepDialogs steps={steps} saver={saver} form={form} />
      {saveState.phase === 'conflict' && (
        <ConflictDialog
          viewerId={viewer.id}
          mine={form}
          newer={saveState.newer}
          isReading={!editor.isChanged}
          onChoose={editor.settle}
        />
      )}
    </div>
  )
}

function titleOf(post: NewsPost | undefined, mayPublish: boolean): string {
  if (post !== undefined && post.version > 0) return m.news_editTitle()
  if (post?.permissions.canApprove) return m.newsEditor_reviewTitle()
  return mayPublish ? m.news_writeTitle() : m.newsEditor_proposeTitle()
}
