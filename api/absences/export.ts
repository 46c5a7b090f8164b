import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** When a person is and has been away, and why. */
export const absencesExport: ExportSource = {
  name: 'absences',
  covers: ['absence.user_id'],
  rows: (userId) => sql`select absence.id::text as key, jsonb_build_object('startDateTime', absence.starts_at,
      'endDateTime', absence.ends_at, 'kind', absence.kind, 'note', absence.note,
      'internalReplyMessage', absence.internal_reply, 'externalReplyMessage', absence.external_reply,
      'substitute', substitute.display_name, 'substituteStatus', absence.substitute_status,
      'source', absence.source, 'createdBy', maker.display_name, 'createdDateTime', absence.created_at) as row
    from absence left join "user" substitute on substitute.id = absence.substitute_id
      left join "user" maker on maker.id = absence.created_by_id
    where absence.user_id = ${userId}::uuid`,
}

/** Others a person stands in for, or has registered absence for. Why they are away is theirs. */
export const absencesOfOthersExport: ExportSource = {
  name: 'absencesOfOthers',
  covers: ['absence.substitute_id', 'absence.created_by_id'],
  rows: (userId) => sql`select absence.id::text as key, jsonb_build_object('person', person.display_name,
      'startDateTime', absence.starts_at, 'endDateTime', absence.ends_at,
      'isSubstitute', coalesce(absence.substitute_id = ${userId}::uuid, false),
      'substituteStatus', case when absence.substitute_id = ${userId}::uuid then absence.substitute_status end,
      'registeredByMe', coalesce(absence.created_by_id = ${userId}::uuid, false)) as row
    from absence join "user" person on person.id = absence.user_id
    where ${userId}::uuid in (absence.substitute_id, absence.created_by_id) and absence.user_id <> ${userId}::uuid`,
}
