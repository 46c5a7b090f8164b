import * as z from 'zod/mini'
import { FileReference } from '../files/contract.ts'
import { OrgUnitReference } from '../org-units/contract.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import { audienceRoles } from '../roles.ts'
import { AcceptedFinding } from '../text/accepted-finding.ts'
import { UserReference } from '../users/contract.ts'

export const newsPostImportances = ['normal', 'important', 'mustRead'] as const
export const newsPostStates = ['draft', 'published', 'archived'] as const

/** Longest title and lead, in characters. */
export const maxTitleLength = 200
export const maxLeadLength = 600

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

/** A piece of internal news. */
export const NewsPost = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  title: z.string(),
  /** «Kort sagt»: one or two sentences shown in the feed. */
  lead: z.string(),
  /** Only in a single post, or when selected. */
  body: z.optional(Body),
  importance: z.enum(newsPostImportances),
  audience: Audience,
  /** Names of the audience's units, for reading. */
  audienceUnits: z.array(OrgUnitReference),
  /** Enabled employees the audience reaches. Only in a single post, or when selected. */
  recipientCount: z.optional(z.int()),
  /** Last day to confirm, in Europe/Oslo; only must-reads have one. */
  confirmBy: z.nullable(z.iso.date()),
  state: z.enum(newsPostStates),
  author: UserReference,
  responsibleUnit: z.nullable(OrgUnitReference),
  attachments: z.array(FileReference),
  /** Grows when published content changes; confirmations are bound to it. */
  version: z.int(),
  /** Minutes to read, at least 1. */
  readingTimeInMinutes: z.int(),
  createdDateTime: z.iso.datetime(),
  lastModifiedDateTime: z.iso.datetime(),
  lastModifiedBy: UserReference,
  publishedDateTime: z.nullable(z.iso.datetime()),
  permissions: z.object({
    canEdit: z.boolean(),
    canPublish: z.boolean(),
    canArchive: z.boolean(),
    canDelete: z.boolean(),
    canConfirm: z.boolean(),
    canListConfirmations: z.boolean(),
  }),
  viewer: z.object({
    /** The audience reaches the viewer; false for those who only manage the post. */
    isRecipient: z.boolean(),
    /** A must-read the viewer has not confirmed in its current version. */
    mustConfirm: z.boolean(),
    isRead: z.boolean(),
    readDateTime: z.nullable(z.iso.datetime()),
    confirmedDateTime: z.nullable(z.iso.datetime()),
    confirmedVersion: z.nullable(z.int()),
  }),
})
export type NewsPost = z.infer<typeof NewsPost>

const writable = {
  title: z.string().check(z.trim(), z.maxLength(maxTitleLength)),
  lead: z.string().check(z.trim(), z.maxLength(maxLeadLength)),
  body: Body,
  importance: z.enum(newsPostImportances),
  audience: Audience,
  confirmBy: z.nullable(z.iso.date()),
  responsibleUnitId: z.nullable(z.uuid()),
  /** Files of the caller, in order; replaces the whole list. */
  attachmentIds: z.array(z.uuid()).check(z.maxLength(20)),
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
  responsibleUnitId: z.optional(writable.responsibleUnitId),
  attachmentIds: z.optional(writable.attachmentIds),
  acceptedFindings: z.optional(writable.acceptedFindings),
})
export type NewNewsPost = z.infer<typeof NewNewsPost>

/** Body of `PATCH /v1.0/newsPosts/{id}`: absent is unchanged. Needs If-Match. */
export const NewsPostPatch = z.partial(NewNewsPost)
export type NewsPostPatch = z.infer<typeof NewsPostPatch>

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

/** One recipient of a must-read, and whether this person has confirmed. `id` is the user's. */
export const NewsPostConfirmation = z.object({
  id: z.uuid(),
  displayName: z.string(),
  jobTitle: z.nullable(z.string()),
  department: z.nullable(z.string()),
  confirmedDateTime: z.nullable(z.iso.datetime()),
  confirmedVersion: z.nullable(z.int()),
  /** Confirmed the version that is current now. */
  isCurrent: z.boolean(),
})
export type NewsPostConfirmation = z.infer<typeof NewsPostConfirmation>
