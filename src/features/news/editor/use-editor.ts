import { useEffect, useState } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { readingTimeInMinutes } from '#api/text/reading-time.ts'
import type { Me } from '#api/users/contract.ts'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'
import { dayOf } from '../../../lib/dates.ts'
import { addDays, osloTime } from '#api/time/oslo.ts'
import { focusField } from './focus-field.ts'
import { changesOf, textsOf, type PostForm } from './post-form.ts'
import { isChecked, isGoingOut, stepsFor, type Step } from './post-steps.ts'
import { problemSummaryId } from './problem-summary.tsx'
import { publishChecks, type PublishCheck } from './publish-check.ts'
import { usePostSaver } from './use-post-saver.ts'
import { usePostSteps } from './use-post-steps.ts'
import { useRestoredVersion } from './use-restored-version.ts'

interface OpenedPost {
  post: NewsPost | undefined
  draftName: string
  restoreVersion: number | undefined
  viewer: Me
  onCreated: (id: string) => void
  onKept: () => void
  /** A step was asked for and something is missing. */
  onIncomplete: () => void
}

/** Everything the parts of the editor share. */
export type Editor = ReturnType<typeof useEditor>

/** Holds what is written, sees that it is kept and saved, and knows what is missing and what can be done next. */
export function useEditor({ post: opened, restoreVersion, viewer, onIncomplete, ...address }: OpenedPost) {
  const { saver, saveState } = usePostSaver({ post: opened, viewerId: viewer.id, ...address })
  const [form, setForm] = useState(saver.initialForm)
  /** Grows when the text is replaced from outside, since the text's editor only reads it once. */
  const [edition, setEdition] = useState(0)
  const [isAsked, setAsked] = useState(false)
  const [now] = useState(() => new Date())
  const today = dayOf(now)
  const { post } = saver
  const sensitive = useSensitiveContent(textsOf(form))
  const next = stepsFor(post, form, viewer.permissions.canPublishNewsPosts)

  const checksFor = (step: Step, at = now) =>
    publishChecks({
      form,
      openFindings: sensitive.open,
      now: at,
      today: dayOf(at),
      isGoingOut: isGoingOut(step, post?.state),
      savedPin: saver.saved.pinnedUntilDateTime,
    })
  const checks = checksFor(next.primary)
  const problems = checks.filter((check) => !check.isDone)

  useEffect(() => saver.change(form, sensitive.acceptedDigits), [saver, form, sensitive.acceptedDigits])
  const change = (part: Partial<PostForm>) => setForm((current) => ({ ...current, ...part }))
  const replaceText = (text: Partial<PostForm>) => {
    change(text)
    setEdition((current) => current + 1)
  }
  useRestoredVersion({ postId: opened?.id, version: restoreVersion, form, onText: replaceText })

  function isReady(step: Step): boolean {
    if (!isChecked(step, post?.state)) return true
    // The page may have been open for long, and a time that was chosen may have come.
    const missing = checksFor(step, new Date()).filter((check) => !check.isDone)
    const [first] = missing
    if (first === undefined) return true
    setAsked(true)
    onIncomplete()
    // After the fields are drawn again with their errors.
    setTimeout(() => focusField(missing.length > 1 ? `#${problemSummaryId}` : first.target))
    return false
  }
  const steps = usePostSteps(saver, form, isReady)

  return {
    saver,
    saveState,
    form,
    edition,
    change,
    /** For what arrives later, such as an upload: sees the form as it then is. */
    update: setForm,
    sensitive,
    steps,
    next,
    checks,
    problems,
    isAsked,
    errorOf: (name: PublishCheck['name']) =>
      isAsked ? problems.find((problem) => problem.name === name)?.text : undefined,
    /** What is written differs from what is saved. */
    isChanged: changesOf(form, saver.saved) !== undefined,
    minutes: readingTimeInMinutes(textsOf(form).body),
    today,
    /** Tomorrow morning, to begin with when a time is chosen. */
    tomorrow: osloTime(addDays(today, 1), '08:00').toISOString(),
    settle: (choice: 'mine' | 'newer') => {
      const isOut = (post?.version ?? 0) > 0
      const settled = saver.settle(choice)
      if (choice === 'newer') replaceText(settled)
      else if (isOut) steps.take(next.primary)
      else void saver.save()
    },
  }
}
