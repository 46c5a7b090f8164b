import { emptyHeaderCells } from '#api/text/table-headers.ts'
import type { SensitiveFinding } from '../../../components/sensitive-content/guard.ts'
import { m } from '../../../messages/messages.js'
import { fieldIdOf, fieldIds } from './field-ids.ts'
import { hasAudience, isActionIncomplete, textsOf, type PostForm } from './post-form.ts'
import { undescribedImage } from './undescribed-image.ts'

/** Something that must hold before a post goes out. */
export interface PublishCheck {
  name:
    | 'title'
    | 'body'
    | 'audience'
    | 'sensitive'
    | 'coverImage'
    | 'image'
    | 'tableHeaders'
    | 'actionRequired'
    | 'confirmBy'
    | 'publishDateTime'
    | 'expirationDateTime'
    | 'pinnedUntilDateTime'
    | 'sendToTeams'
  isDone: boolean
  /** What holds, or what is missing, as an instruction. */
  text: string
  /** The field to go to; a CSS selector. */
  target: string
}

/** What the checks look at beside the form. */
export interface CheckedPost {
  form: PostForm
  openFindings: readonly SensitiveFinding[]
  now: Date
  /** The day of `now` in Oslo. */
  today: string
  /** Whether the post goes out by this step, at once or at its time; false for a change of what is out. */
  isGoingOut: boolean
  /** When it was pinned until, as saved. */
  savedPin: string | null
}

/** What must hold before a post goes out, in the order of the form. Only the first four are said when they hold. */
export function publishChecks(checked: CheckedPost): PublishCheck[] {
  const { form, openFindings } = checked
  const hasText = textsOf(form).body.trim() !== '' || form.lead.trim() !== ''
  return [
    check('title', form.title.trim() !== '', m.news_checkTitle, m.news_needTitle),
    check('body', hasText, m.news_checkBody, m.news_needBody),
    check('audience', hasAudience(form.audience), m.news_checkAudience, m.news_needAudience),
    {
      ...check('sensitive', openFindings.length === 0, m.news_checkSensitive, m.news_needNoSensitive),
      target: `#${fieldIdOf(openFindings[0]?.target)}`,
    },
    ...describedChecks(form),
    ...momentChecks(checked),
  ]
}

/** That those who do not see the pictures and tables are told what is in them, and that questions belong to something. */
function describedChecks(form: PostForm): PublishCheck[] {
  const checks: PublishCheck[] = []
  if (form.coverImage !== null) {
    const isDescribed = form.coverImage.altText.trim() !== ''
    checks.push(check('coverImage', isDescribed, m.newsEditor_checkCover, m.newsEditor_needCover))
  }
  if (isActionIncomplete(form)) checks.push(missing('actionRequired', m.newsEditor_needAction))
  const image = undescribedImage(form.body)
  if (image !== undefined) {
    checks.push({ ...missing('image', m.news_needImage), target: `[data-image-alt="${image}"]` })
  }
  const headers = emptyHeaderCells(form.body)
  if (headers > 0) {
    const text = () => m.newsEditor_needTableHeaders({ count: headers })
    checks.push({ ...missing('tableHeaders', text), target: `#${fieldIds.body}` })
  }
  if (form.sendToTeams && !form.audience.everyone) {
    checks.push(missing('sendToTeams', m.newsEditor_needNoTeams))
  }
  return checks
}

/** That what is to happen at a time lies ahead, and in the right order. */
function momentChecks({ form, now, today, isGoingOut, savedPin }: CheckedPost): PublishCheck[] {
  const checks: PublishCheck[] = []
  const isPast = (moment: string | null) => moment !== null && moment <= now.toISOString()
  const { publishDateTime, expirationDateTime, pinnedUntilDateTime } = form
  if (form.importance === 'mustRead' && form.confirmBy !== null && form.confirmBy < today) {
    checks.push(missing('confirmBy', m.news_needConfirmBy))
  }
  if (isGoingOut && isPast(publishDateTime)) {
    checks.push(missing('publishDateTime', m.newsEditor_needPublishTime))
  }
  if (isGoingOut && isPast(expirationDateTime)) {
    checks.push(missing('expirationDateTime', m.newsEditor_needExpirationAhead))
  } else if (isGoingOut && publishDateTime && expirationDateTime && expirationDateTime <= publishDateTime) {
    checks.push(missing('expirationDateTime', m.newsEditor_needExpirationAfter))
  }
  if (isPast(pinnedUntilDateTime) && pinnedUntilDateTime !== savedPin) {
    checks.push(missing('pinnedUntilDateTime', m.newsEditor_needPinAhead))
  }
  return checks
}

const targets = { ...fieldIds, sensitive: fieldIds.body, image: fieldIds.body, tableHeaders: fieldIds.body }

function check(
  name: PublishCheck['name'],
  isDone: boolean,
  done: () => string,
  need: () => string,
): PublishCheck {
  return { name, isDone, text: isDone ? done() : need(), target: `#${targets[name]}` }
}

const missing = (name: PublishCheck['name'], need: () => string) => check(name, false, need, need)
