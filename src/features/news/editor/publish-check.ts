import type { SensitiveFinding } from '../../../components/sensitive-content/guard.ts'
import { m } from '../../../messages/messages.js'
import { textsOf, undescribedImage, type PostForm } from './post-form.ts'

/** Ids of the fields, where a check or an error summary leads. */
export const fieldIds = {
  title: 'post-title',
  lead: 'post-lead',
  body: 'post-body',
  audience: 'post-audience',
  confirmBy: 'post-confirm-by',
  attachments: 'post-attachments',
} as const

/** Something that must hold before a post goes out. */
export interface PublishCheck {
  name: 'title' | 'body' | 'audience' | 'sensitive' | 'image' | 'confirmBy'
  isDone: boolean
  /** What holds, or what is missing, as an instruction. */
  text: string
  /** The field to go to; a CSS selector. */
  target: string
}

/** What must hold before a post goes out, in the order of the form. `today` is the day in Oslo. */
export function publishChecks(
  form: PostForm,
  openFindings: readonly SensitiveFinding[],
  today: string,
): PublishCheck[] {
  const { orgUnitIds, roles, everyone } = form.audience
  const texts = textsOf(form)
  const image = undescribedImage(form.body)
  const isLate = form.importance === 'mustRead' && form.confirmBy !== null && form.confirmBy < today
  const sensitiveTarget = openFindings[0]?.target
  const checks: PublishCheck[] = [
    check('title', form.title.trim() !== '', m.news_checkTitle, m.news_needTitle, `#${fieldIds.title}`),
    check(
      'body',
      texts.body.trim() !== '' || form.lead.trim() !== '',
      m.news_checkBody,
      m.news_needBody,
      `#${fieldIds.body}`,
    ),
    check(
      'audience',
      everyone || orgUnitIds.length + roles.length > 0,
      m.news_checkAudience,
      m.news_needAudience,
      `#${fieldIds.audience}`,
    ),
    check(
      'sensitive',
      openFindings.length === 0,
      m.news_checkSensitive,
      m.news_needNoSensitive,
      `#${isFieldName(sensitiveTarget) ? fieldIds[sensitiveTarget] : fieldIds.body}`,
    ),
  ]
  if (image !== undefined) {
    checks.push(check('image', false, m.news_needImage, m.news_needImage, `[data-image-alt="${image}"]`))
  }
  if (isLate) {
    checks.push(
      check('confirmBy', false, m.news_needConfirmBy, m.news_needConfirmBy, `#${fieldIds.confirmBy}`),
    )
  }
  return checks
}

function check(
  name: PublishCheck['name'],
  isDone: boolean,
  done: () => string,
  missing: () => string,
  target: string,
): PublishCheck {
  return { name, isDone, text: isDone ? done() : missing(), target }
}

function isFieldName(name: string | undefined): name is keyof typeof fieldIds {
  return name !== undefined && name in fieldIds
}
