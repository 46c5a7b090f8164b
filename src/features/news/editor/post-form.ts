import type { FileReference } from '#api/files/contract.ts'
import type { Audience, NewNewsPost, NewsPost } from '#api/news-posts/contract.ts'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { plainText } from '#api/text/plain-text.ts'
import type { CoverImageValue } from '../../../components/cover-image/cover-image.tsx'

/** What the reader is asked to do, as it is written: nothing needs to be filled in. */
export interface ActionForm {
  what: string
  who: string
  /** A day in Oslo, `2026-11-18`. */
  dueDate: string | null
}

/** What is written in the editor. Moments are UTC ISO 8601. */
export interface PostForm {
  title: string
  lead: string
  body: RichTextDocument
  coverImage: CoverImageValue | null
  action: ActionForm
  importance: NewsPost['importance']
  audience: Audience
  /** `2026-11-18`; null without a deadline. */
  confirmBy: string | null
  /** Null: at once. */
  publishDateTime: string | null
  /** Null: never. */
  expirationDateTime: string | null
  /** Null: not pinned. */
  pinnedUntilDateTime: string | null
  commentsEnabled: boolean
  sendByEmail: boolean
  sendToTeams: boolean
  showOnScreens: boolean
  attachments: FileReference[]
}

const noAction: ActionForm = { what: '', who: '', dueDate: null }

export const emptyForm: PostForm = {
  title: '',
  lead: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  coverImage: null,
  action: noAction,
  importance: 'normal',
  audience: { everyone: false, orgUnitIds: [], roles: [] },
  confirmBy: null,
  publishDateTime: null,
  expirationDateTime: null,
  pinnedUntilDateTime: null,
  commentsEnabled: true,
  sendByEmail: false,
  sendToTeams: false,
  showOnScreens: false,
  attachments: [],
}

/** Shape of a cover whose size is not known, in pixels. */
const usualCover = { width: 1600, height: 900 }

/** A saved post as the editor has it. */
export function formOf(post: NewsPost): PostForm {
  const { title, lead, body = emptyForm.body, importance, audience, confirmBy, attachments } = post
  const { publishDateTime, expirationDateTime, pinnedUntilDateTime, commentsEnabled } = post
  const { sendByEmail, sendToTeams, showOnScreens, actionRequired, coverImage } = post
  return {
    title,
    lead,
    body,
    coverImage: coverImage && {
      fileId: coverImage.fileId,
      altText: coverImage.altText,
      width: coverImage.width ?? usualCover.width,
      height: coverImage.height ?? usualCover.height,
    },
    action: actionRequired ?? noAction,
    importance,
    audience,
    confirmBy,
    publishDateTime,
    expirationDateTime,
    pinnedUntilDateTime,
    commentsEnabled,
    sendByEmail,
    sendToTeams,
    showOnScreens,
    attachments,
  }
}

/** The form as the API takes it. Who and when are nothing without what is to be done. */
export function inputOf(form: PostForm): NewNewsPost {
  const { attachments, action, coverImage, ...same } = form
  return {
    ...same,
    coverImage: coverImage && { fileId: coverImage.fileId, altText: coverImage.altText },
    actionRequired: action.what.trim() === '' ? null : action,
    attachmentIds: attachments.map((file) => file.id),
  }
}

/** What the API must be told to turn `saved` into `form`; undefined when nothing has changed. */
export function changesOf(form: PostForm, saved: PostForm): Partial<NewNewsPost> | undefined {
  const before = inputOf(saved)
  const changes = Object.entries(inputOf(form)).filter(
    ([name, value]) => !isSame(value, before[name as keyof NewNewsPost]), // its own names
  )
  return changes.length === 0 ? undefined : Object.fromEntries(changes)
}

/** Whether readers get something else to read: that makes a new version of a post that is out. */
export function isContentChanged(form: PostForm, saved: PostForm): boolean {
  const changes = changesOf(form, saved)
  if (changes === undefined) return false
  const isOtherCover = form.coverImage?.fileId !== saved.coverImage?.fileId
  return isOtherCover || (['title', 'lead', 'body', 'attachmentIds'] as const).some((name) => name in changes)
}

/** Whether something is written that the API has no place for yet: who and when, of nothing to do. */
export const isActionIncomplete = ({ action }: PostForm) =>
  action.what.trim() === '' && (action.who.trim() !== '' || action.dueDate !== null)

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The free texts of the form by the API's names, for the sensitive-data guard. */
export function textsOf({ title, lead, body, coverImage, action }: PostForm) {
  return {
    title: title.trim(),
    lead: lead.trim(),
    body: plainText(body),
    coverImage: coverImage?.altText.trim() ?? '',
    actionRequired: `${action.what.trim()}\n${action.who.trim()}`,
  }
}

/** Names of the form's free texts. */
export type TextName = keyof ReturnType<typeof textsOf>

/** Whether somebody is chosen to get it. */
export const hasAudience = ({ everyone, orgUnitIds, roles }: Audience) =>
  everyone || orgUnitIds.length + roles.length > 0
