import { m } from '../../../messages/messages.js'
import { ChangeDialog } from './change-dialog.tsx'
import type { PostForm } from './post-form.ts'
import type { PostSaver } from './post-saver.ts'
import { RemarkDialog } from './remark-dialog.tsx'
import type { usePostSteps } from './use-post-steps.ts'

interface StepDialogsProps {
  steps: ReturnType<typeof usePostSteps>
  saver: PostSaver
  form: PostForm
}

/** What is asked before a post is sent on, sent back, or changed while it is out. */
export function StepDialogs({ steps, saver, form }: StepDialogsProps) {
  const { dialog, isBusy, carryOut, closeDialog: onCancel } = steps
  const { post } = saver
  if (dialog?.kind === 'submit') {
    return (
      <RemarkDialog
        title={m.newsEditor_submitTitle()}
        what={m.newsEditor_submitWhat()}
        label={m.newsEditor_remark()}
        confirmLabel={m.newsEditor_submit()}
        isBusy={isBusy}
        onConfirm={(remark) => carryOut('submit', remark)}
        onCancel={onCancel}
      />
    )
  }
  if (dialog?.kind === 'reject') {
    return (
      <RemarkDialog
        title={m.newsEditor_rejectTitle()}
        what={m.newsEditor_rejectWhat({ name: post?.review?.byDisplayName ?? '' })}
        label={m.newsEditor_reason()}
        confirmLabel={m.newsEditor_reject()}
        needText={m.newsEditor_needReason()}
        isBusy={isBusy}
        onConfirm={(remark) => carryOut('reject', remark)}
        onCancel={onCancel}
      />
    )
  }
  if (dialog?.kind === 'change' && post !== undefined) {
    const { step } = dialog
    return (
      <ChangeDialog
        post={post}
        before={saver.saved}
        after={form}
        isBusy={isBusy}
        onConfirm={(change) => carryOut(step, '', change)}
        onCancel={onCancel}
      />
    )
  }
  return null
}
