import { maxCommentLength } from '#api/comments/contract.ts'
import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { ApiError } from '../../lib/api-error.ts'
import { m } from '../../messages/messages.js'

/** Why what was said, or done with it, did not go through. @param body what was sent, to name whom it mentions. */
export function commentErrorText(error: unknown, body?: RichTextDocument | null): string {
  if (!(error instanceof ApiError)) return m.comments_errorOurs()
  const codes = [error.code, ...error.details.map(({ code }) => code)]
  if (codes.includes('notInAudience')) return m.comments_notInAudience({ names: namesOf(error, body) })
  if (codes.includes('tooLong')) return m.comments_tooLong({ max: maxCommentLength })
  const known = codes.map((code) => texts[code]).find((text) => text !== undefined)
  if (known !== undefined) return known()
  if (error.status === 403) return m.comments_errorForbidden()
  if (error.status === 404) return m.comments_errorGone()
  if (error.status === 409 || error.status === 412) return m.comments_errorConflict()
  if (error.status === 429 || error.status === 503) return m.comments_errorTooMany()
  return m.comments_errorOurs()
}

const texts: Record<string, () => string> = {
  offline: m.comments_errorOffline,
  network: m.comments_errorNetwork,
  sensitiveContent: m.comments_errorSensitive,
  requiredFieldMissing: m.comments_textMissing,
  unknownComment: m.comments_errorGone,
  restoreTimeOver: m.comments_errorRestoreOver,
}

/** The names, as they are written in the text, of those who may not be mentioned. */
function namesOf({ details }: ApiError, body: RichTextDocument | null | undefined): string {
  const ids = details.map(({ target }) => target?.replace(/^mentions\//, ''))
  const names = new Map<string, string>()
  const collect = ({ type, attrs, content }: RichTextNode) => {
    if (type === 'mention' && typeof attrs?.id === 'string' && typeof attrs.label === 'string') {
      names.set(attrs.id.toLowerCase(), attrs.label)
    }
    content?.forEach(collect)
  }
  body?.content?.forEach(collect)
  return ids.flatMap((id) => names.get(id ?? '') ?? []).join(', ')
}
