import * as z from 'zod/mini'
import { UserReference } from '../users/contract.ts'

/** Why somebody is away. Everything but `meeting` and `lunch` is «ikke til stede» to others (features.md K22). */
export const absenceKinds = [
  'meeting',
  'lunch',
  'travel',
  'vacation',
  'leave',
  'sick',
  'personal',
  'other',
] as const
export type AbsenceKind = (typeof absenceKinds)[number]
export const substituteStatuses = ['proposed', 'accepted', 'declined'] as const

/** Longest note, in characters. */
export const maxAbsenceNoteLength = 200
/** Most absences read from one calendar file. */
export const maxCalendarEvents = 500

/**
 * When somebody is not there: `/v1.0/me/absences`, `/v1.0/users/{id}/absences`. Kind and note are null to everyone but
 * the person and their nearest leader; nobody else learns the reason (GDPR art. 9, features.md K9).
 */
export const Absence = z.object({
  '@odata.etag': z.optional(z.string()),
  id: z.uuid(),
  userId: z.uuid(),
  startDateTime: z.iso.datetime(),
  /** Null: it is not known yet. */
  endDateTime: z.nullable(z.iso.datetime()),
  kind: z.nullable(z.enum(absenceKinds)),
  note: z.nullable(z.string()),
  substitute: z.nullable(UserReference),
  substituteStatus: z.nullable(z.enum(substituteStatuses)),
  /** Who registered it, when it was not the person. */
  registeredBy: z.nullable(UserReference),
  source: z.enum(['person', 'calendar', 'directory']),
  permissions: z.object({
    canEdit: z.boolean(),
    /** The viewer is asked to be the substitute. */
    canAnswer: z.boolean(),
  }),
})
export type Absence = z.infer<typeof Absence>

/** An absence the viewer is or may become the substitute in: `GET /v1.0/me/substitutions`. */
export const Substitution = z.object({
  id: z.uuid(),
  user: UserReference,
  startDateTime: z.iso.datetime(),
  endDateTime: z.nullable(z.iso.datetime()),
  substituteStatus: z.enum(substituteStatuses),
})
export type Substitution = z.infer<typeof Substitution>

/** A point in time of this century or the next, which every database can hold. */
const Moment = z.iso
  .datetime({ offset: true })
  .check(z.refine<string>((text) => /^2[01]/.test(text), 'Between 2000 and 2199.'))

/**
 * Body of `POST …/absences`. The service desk gives the times and nothing else. What overlaps or meets another of the
 * same kind with the same substitute becomes one with it. Without `kind` it is `other`. */
export const NewAbsence = z.strictObject({
  startDateTime: Moment,
  endDateTime: z.nullable(Moment),
  kind: z.optional(z.enum(absenceKinds)),
  note: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(maxAbsenceNoteLength)))),
  substituteId: z.optional(z.nullable(z.uuid())),
})
export type NewAbsence = z.infer<typeof NewAbsence>

/** Body of `PATCH …/absences/{id}`: absent is unchanged. */
export const AbsencePatch = z.partial(NewAbsence)
export type AbsencePatch = z.infer<typeof AbsencePatch>

/** Answer of `POST …/absences/importCalendar` (body `text/calendar`; Trio codes, features.md K7, K22). */
export const CalendarImport = z.object({
  created: z.int(),
  changed: z.int(),
  /** Events without a code, over long since, or not understood. */
  skipped: z.int(),
})
export type CalendarImport = z.infer<typeof CalendarImport>

/** Answer of `POST …/absences/previewCalendar` (body `text/calendar`): what reading it in would tell, nothing written. */
export const CalendarPreview = z.object({
  absences: z.array(
    z.object({
      startDateTime: z.iso.datetime(),
      endDateTime: z.iso.datetime(),
      kind: z.enum(absenceKinds),
    }),
  ),
  skipped: z.int(),
})
export type CalendarPreview = z.infer<typeof CalendarPreview>
