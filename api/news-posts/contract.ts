import * as z from 'zod/mini'
import { FileReference, maxAltTextLength } from '../files/contract.ts'
import { OrgUnitReference } from '../org-units/contract.ts'
import { ReactionCount, reactions } from '../reactions/contract.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import { audienceRoles } from '../roles.ts'
import { AcceptedFinding } from '../text/accepted-finding.ts'
import { UserReference } from '../users/contract.ts'

export const newsPostImportances = ['normal', 'important', 'mustRead'] as const
/** draft → inReview → (scheduled →) published → expired | archived (features.md §1). */
export const newsPostStates = ['draft', 'inReview', 'scheduled', 'published', 'expired', 'archived'] as const
/** How a reader came to a post. */
export const readingChannels = ['portal', 'email', 'teams', 'qr'] as const
export const readingDevices = ['phone', 'computer'] as const

/** Longest title and lead, in characters. */
export const maxTitleLength = 200
export const maxLeadLength = 600
/** Longest «what» and «who» of an action, in characters. */
export const maxActionLength = 200
/** Longest remark of a reviewer, or about what is new in a version, in characters. */
export const maxNoteLength = 1000

/** Who something is for. Everything below a named unit is included. Audience is access (features.md N1). */
export const Audience = z.object({
  everyone: z.boolean(),
  orgUnitIds: z.array(z.uuid()).check(z.maxLength(100)),
  roles: z.array(z.enum(audienceRoles)),
})
export type Audience = z.infer<typeof Audience>

/** Only the root is checked here; `rich-text/document.ts` checks the whole on every write. */
const Body = z.custom<RichTextDocument>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
)

/** What the reader is asked to do (features.md N23). `dueDate` is a day in Europe/Oslo. */
const ActionRequired = z.object({
  what: z.string(),
  /** Whom it concerns, in words; empty when it is everyone the post reaches. */
  who: z.string(),
  dueDate: z.nullable(z.iso.date()),
})

/** The picture above the text. The alternative text is never empty once the post is out. */
const CoverImage = z.object({
  fileId: z.uuid(),
  altText: z.string(),
  /** Pixels. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
})

/** A piece of internal news. */
export const NewsPost = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  title: z.string(),
  /** «Kort sagt»: one or two sentences shown in the feed. */
  lead: z.string(),
  /** Only in a single post, or when selected. */
  body: z.optional(Body),
  coverImage: z.nullable(CoverImage),
  importance: z.enum(newsPostImportances),
  audience: Audience,
  /** Names of the audience's units, for reading. */
  audienceUnits: z.array(OrgUnitReference),
  /** Enabled employees the audience reaches. Only in a single post, or when selected. */
  recipientCount: z.optional(z.int()),
  /** Last day to confirm, in Europe/Oslo; only must-reads have one. */
  confirmBy: z.nullable(z.iso.date()),
  actionRequired: z.nullable(ActionRequired),
  state: z.enum(newsPostStates),
  /** When it goes out by itself, for a post that is to be scheduled. */
  publishDateTime: z.nullable(z.iso.datetime()),
  /** When it leaves the feed by itself; the archive keeps it. */
  expirationDateTime: z.nullable(z.iso.datetime()),
  /** Until when it stands above other news. */
  pinnedUntilDateTime: z.nullable(z.iso.datetime()),
  isPinned: z.boolean(),
  commentsEnabled: z.boolean(),
  /** Comments, questions and replies that are not removed. Only in a single post, or when selected. */
  commentCount: z.optional(z.int()),
  /** The most common first; only those somebody has chosen. Only in a single post, or when selected. */
  reactions: z.optional(z.array(ReactionCount)),
  /** Sent to the recipients' mailboxes as well, when it is published (features.md N9). */
  sendByEmail: z.boolean(),
  /** Posted in the municipality's Teams channel as well; only for posts to everyone. */
  sendToTeams: z.boolean(),
  /** Shown on information screens (features.md N14). */
  showOnScreens: z.boolean(),
  /** What last happened in review. Only for those who manage the post. */
  review: z.nullable(
    z.object({
      outcome: z.enum(['submitted', 'approved', 'rejected']),
      byId: z.uuid(),
      byDisplayName: z.string(),
      dateTime: z.iso.datetime(),
      comment: z.string(),
    }),
  ),
  /** Why it did not go out at its time, as `requireComplete` names it. Only for those who manage the post. */
  publishProblem: z.nullable(
    z.object({
      dateTime: z.iso.datetime(),
      details: z.array(z.object({ code: z.string(), target: z.string() })),
    }),
  ),
  author: UserReference,
  responsibleUnit: z.nullable(OrgUnitReference),
  attachments: z.array(FileReference),
  /**
   * Grows when published content changes: texts, cover, attachments, what is asked for. Confirmations are bound to it.
   */
  version: z.int(),
  /** The last version that must be confirmed anew; later ones are editorial (features.md N24). */
  significantVersion: z.int(),
  /** Minutes to read, at least 1. */
  readingTimeInMinutes: z.int(),
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
  lastModifiedBy: UserReference,
  publishedDateTime: z.nullable(z.iso.datetime()),
  permissions: z.object({
    canEdit: z.boolean(),
    canSubmit: z.boolean(),
    canWithdraw: z.boolean(),
    canApprove: z.boolean(),
    canPublish: z.boolean(),
    canArchive: z.boolean(),
    canRestore: z.boolean(),
    canDelete: z.boolean(),
    canConfirm: z.boolean(),
    canCompleteAction: z.boolean(),
    canListConfirmations: z.boolean(),
    canRemind: z.boolean(),
    canReadReach: z.boolean(),
    canComment: z.boolean(),
    canModerateComments: z.boolean(),
    canReact: z.boolean(),
  }),
  viewer: z.object({
    /** The audience reaches the viewer; false for those who only manage the post. */
    isRecipient: z.boolean(),
    /** A must-read of which the viewer has not confirmed the last significant version. */
    mustConfirm: z.boolean(),
    /** Must be confirmed, or asks for something that is not done and whose day has not passed (features.md N23). */
    requiresAction: z.boolean(),
    /** When the viewer was last reminded of what still has to be confirmed. */
    remindedDateTime: z.nullable(z.iso.datetime()),
    actionDoneDateTime: z.nullable(z.iso.datetime()),
    isRead: z.boolean(),
    readDateTime: z.nullable(z.iso.datetime()),
    confirmedDateTime: z.nullable(z.iso.datetime()),
    confirmedVersion: z.nullable(z.int()),
    /** Whom the viewer acts for who must confirm it and has not. Only in a single post, or when selected. */
    mustConfirmFor: z.optional(z.array(z.object({ id: z.uuid(), displayName: z.string() }))),
    reaction: z.nullable(z.enum(reactions)),
  }),
})
export type NewsPost = z.infer<typeof NewsPost>

/** A point in time or a day nobody mistypes: of this century or the next, which every database can hold. */
const thisCenturyOrNext = z.refine<string>((text) => /^2[01]/.test(text), 'Between 2000 and 2199.')
const Day = z.iso.date().check(thisCenturyOrNext)
const Moment = z.iso.datetime({ offset: true }).check(thisCenturyOrNext)
const FileId = z.uuid().check(z.toLowerCase())

const writable = {
  title: z.string().check(z.trim(), z.maxLength(maxTitleLength)),
  lead: z.string().check(z.trim(), z.maxLength(maxLeadLength)),
  body: Body,
  importance: z.enum(newsPostImportances),
  audience: Audience,
  confirmBy: z.nullable(Day),
  coverImage: z.nullable(
    z.strictObject({ fileId: FileId, altText: z.string().check(z.trim(), z.maxLength(maxAltTextLength)) }),
  ),
  actionRequired: z.nullable(
    z.strictObject({
      what: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxActionLength)),
      who: z.string().check(z.trim(), z.maxLength(maxActionLength)),
      dueDate: z.nullable(Day),
    }),
  ),
  moment: z.nullable(Moment),
  responsibleUnitId: z.nullable(z.uuid()),
  /** Files of the caller, in order, each counted once; replaces the whole list. */
  attachmentIds: z.array(FileId).check(z.maxLength(20)),
  acceptedFindings: z.array(AcceptedFinding).check(z.maxLength(50)),
}

/** Body of `POST /v1.0/newsPosts`: everything has a sensible default but the title may not be missing. */
export const NewNewsPost = z.strictObject({
  title: writable.title,
  lead: z.optional(writable.lead),
  body: z.optional(writable.body),
  importance: z.optional(writable.importance),
  audience: z.optional(writable.audience),
  confirmBy: z.optional(writable.confirmBy),
  coverImage: z.optional(writable.coverImage),
  actionRequired: z.optional(writable.actionRequired),
  publishDateTime: z.optional(writable.moment),
  expirationDateTime: z.optional(writable.moment),
  pinnedUntilDateTime: z.optional(writable.moment),
  commentsEnabled: z.optional(z.boolean()),
  sendByEmail: z.optional(z.boolean()),
  sendToTeams: z.optional(z.boolean()),
  showOnScreens: z.optional(z.boolean()),
  responsibleUnitId: z.optional(writable.responsibleUnitId),
  attachmentIds: z.optional(writable.attachmentIds),
  acceptedFindings: z.optional(writable.acceptedFindings),
})
export type NewNewsPost = z.infer<typeof NewNewsPost>

/** Body of `PATCH /v1.0/newsPosts/{id}`: absent is unchanged. Needs If-Match. */
export const NewsPostPatch = z.extend(z.partial(NewNewsPost), {
  /**
   * Of a post that is out: whether readers must confirm anew. Significant unless said otherwise, and only counted
   * when the content changes (features.md N24).
   */
  changeKind: z.optional(z.enum(['editorial', 'significant'])),
  /** What is new, in the editor's words; shown to those who read an earlier version. */
  changeNote: z.optional(z.string().check(z.trim(), z.maxLength(maxNoteLength))),
})
export type NewsPostPatch = z.infer<typeof NewsPostPatch>

/** Body of `POST …/submit` and `…/approve`: a remark to the other. */
export const ReviewRemark = z.strictObject({
  comment: z.optional(z.string().check(z.trim(), z.maxLength(maxNoteLength))),
})

/** Body of `POST …/reject`: the reason, which the author is shown. */
export const Rejection = z.strictObject({
  comment: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxNoteLength)),
})

/** Body of `POST …/markRead`: how the reader came, and on what. */
export const MarkRead = z.strictObject({
  channel: z.optional(z.enum(readingChannels)),
  device: z.optional(z.enum(readingDevices)),
})

/** Body of `POST …/confirm`: the version the reader has seen; the present one when nothing is said. */
export const Confirm = z.strictObject({
  version: z.optional(z.int()),
  /** Who is away, for whom the viewer does it as their substitute; it counts as theirs, and says who did it. */
  onBehalfOfId: z.optional(z.uuid()),
})

/** A draft made from an e-mail, and what could not come along. */
export const ImportedNewsPost = z.extend(NewsPost, {
  importNotes: z.array(
    z.object({
      /** `attachmentRefused`, `imageRefused`, `quotedThreadRemoved`, `signatureRemoved`, `senderUnknown`, `audienceUnmatched`, `textShortened`, `sensitiveContentRemoved`. */
      code: z.string(),
      /** File name, sender or recipient it concerns. */
      target: z.optional(z.string()),
    }),
  ),
})
export type ImportedNewsPost = z.infer<typeof ImportedNewsPost>

/** What a post has been, whole. `id` is the version's number as text. */
export const NewsPostVersion = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  lead: z.string(),
  /** Only in a single version, or when selected. */
  body: z.optional(Body),
  coverImage: z.nullable(CoverImage),
  attachments: z.array(FileReference),
  actionRequired: z.nullable(ActionRequired),
  /** Readers had to confirm it anew. */
  isSignificant: z.boolean(),
  /** What was new, in the editor's words. */
  note: z.string(),
  isCurrent: z.boolean(),
  createdDateTime: z.iso.datetime(),
  /** Null when it was made by the clock. */
  createdBy: z.nullable(UserReference),
})
export type NewsPostVersion = z.infer<typeof NewsPostVersion>

/** One recipient of a must-read, and whether this person has confirmed. `id` is the user's. */
export const NewsPostConfirmation = z.object({
  id: z.uuid(),
  displayName: z.string(),
  jobTitle: z.nullable(z.string()),
  department: z.nullable(z.string()),
  confirmedDateTime: z.nullable(z.iso.datetime()),
  confirmedVersion: z.nullable(z.int()),
  /** The substitute who confirmed for the person; null when they did themselves, or have not. */
  confirmedBy: z.nullable(UserReference),
  /** Confirmed the last significant version, or a later one. */
  isCurrent: z.boolean(),
})
export type NewsPostConfirmation = z.infer<typeof NewsPostConfirmation>
