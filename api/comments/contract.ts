import * as z from 'zod/mini'
import type { RichTextDocument } from '../rich-text/contract.ts'
import { AcceptedFinding } from '../text/accepted-finding.ts'
import { UserReference } from '../users/contract.ts'

/** A question has a clock (features.md N27). */
export const commentKinds = ['comment', 'question'] as const
/** `deleted` by who wrote it, `moderated` by those who answer for what it is about. */
export const commentRemovals = ['deleted', 'moderated'] as const

/** Longest comment, in characters of plain text. */
export const maxCommentLength = 4000
/** Longest reason for removing what somebody wrote, in characters. */
export const maxReasonLength = 500
/** Working days within which a question is answered (features.md N27). */
export const answerWithinWorkingDays = 3
/** How long what one has deleted can be had back, in minutes. Then the text is erased. */
export const restoreWithinMinutes = 60

/** Only the root is checked here; `rich-text/document.ts` checks the whole, as a short text, on every write. */
const Body = z.custom<RichTextDocument>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
)

/** A comment, a question or a reply, as one viewer sees it. */
export const Comment = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  /** What it replies to. A reply has no replies of its own. */
  parentId: z.nullable(z.uuid()),
  kind: z.enum(commentKinds),
  /** The answer to the question it replies to, by those who answer for the text. */
  isAnswer: z.boolean(),
  /** Null when it is removed, but for its writer and the moderators when it was moderated. So is the author. */
  body: z.nullable(Body),
  author: z.nullable(UserReference),
  createdDateTime: z.iso.datetime(),
  editedDateTime: z.nullable(z.iso.datetime()),
  removal: z.nullable(
    z.object({
      kind: z.enum(commentRemovals),
      dateTime: z.iso.datetime(),
      /** Why it was moderated; only for its writer and the moderators. */
      reason: z.nullable(z.string()),
    }),
  ),
  /** Of a question: the last day to answer it, in Europe/Oslo. */
  answerBy: z.nullable(z.iso.date()),
  isAnswered: z.boolean(),
  answeredDateTime: z.nullable(z.iso.datetime()),
  answerId: z.nullable(z.uuid()),
  /** How many others wonder about the same. */
  sameQuestionCount: z.int(),
  viewer: z.object({
    isAuthor: z.boolean(),
    /** The viewer has said «I wonder about the same». */
    asksSame: z.boolean(),
  }),
  permissions: z.object({
    canEdit: z.boolean(),
    canDelete: z.boolean(),
    canRemove: z.boolean(),
    canRestore: z.boolean(),
    canReply: z.boolean(),
    canAnswer: z.boolean(),
    canAskSame: z.boolean(),
  }),
})
export type Comment = z.infer<typeof Comment>

/** Body of `POST …/comments`. */
export const NewComment = z.strictObject({
  /** The caller's own id for it: sending once more after a lost answer then makes no second comment. */
  id: z.optional(z.uuid()),
  body: Body,
  kind: z.optional(z.enum(commentKinds)),
  parentId: z.optional(z.nullable(z.uuid())),
  acceptedFindings: z.optional(z.array(AcceptedFinding).check(z.maxLength(50))),
})
export type NewComment = z.infer<typeof NewComment>

/** Body of `PATCH …/comments/{id}`. Needs If-Match. */
export const CommentPatch = z.strictObject({
  body: Body,
  acceptedFindings: NewComment.shape.acceptedFindings,
})
export type CommentPatch = z.infer<typeof CommentPatch>

/** Body of `POST …/comments/{id}/answer`. */
export const NewAnswer = z.strictObject({
  id: NewComment.shape.id,
  body: Body,
  acceptedFindings: NewComment.shape.acceptedFindings,
})
export type NewAnswer = z.infer<typeof NewAnswer>

/** Body of `POST …/comments/{id}/remove`: the reason, which the writer is shown. */
export const RemoveComment = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxReasonLength)),
})

/** What a comment is about. */
const Target = z.object({ type: z.string(), id: z.uuid(), title: z.string() })

/** A comment that mentions the viewer. `id` is the comment's. */
export const Mention = z.object({
  id: z.uuid(),
  target: Target,
  /** The beginning of the comment, as plain text. */
  text: z.string(),
  author: UserReference,
  mentionedDateTime: z.iso.datetime(),
  seenDateTime: z.nullable(z.iso.datetime()),
  isSeen: z.boolean(),
})
export type Mention = z.infer<typeof Mention>

/** A question the viewer asked, or wondered about too, whose answer the viewer has not seen. `id` is the question's. */
export const AnsweredQuestion = z.object({
  id: z.uuid(),
  target: Target,
  /** The beginning of the question, as plain text. */
  text: z.string(),
  answer: z.object({ id: z.uuid(), text: z.string() }),
  answeredBy: UserReference,
  answeredDateTime: z.iso.datetime(),
})
export type AnsweredQuestion = z.infer<typeof AnsweredQuestion>

/** A question that waits for the viewer, among others, to answer it. */
export const OpenQuestion = z.object({
  id: z.uuid(),
  target: Target,
  /** The beginning of the question, as plain text. */
  text: z.string(),
  author: UserReference,
  createdDateTime: z.iso.datetime(),
  answerBy: z.iso.date(),
  sameQuestionCount: z.int(),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>
