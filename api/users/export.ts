import { sql } from 'kysely'
import type { ExportSource } from '../export/export-source.ts'

/** What the directory has about a person. */
export const profileExport: ExportSource = {
  name: 'profile',
  covers: ['user.id', 'user.manager_id'],
  rows: (userId) => sql`select person.id::text as key, jsonb_build_object(
      'id', person.id, 'userPrincipalName', person.user_principal_name, 'displayName', person.display_name,
      'givenName', person.given_name, 'surname', person.surname, 'jobTitle', person.job_title, 'mail', person.mail,
      'mobilePhone', person.mobile_phone, 'businessPhones', person.business_phones,
      'officeLocation', person.office_location, 'employeeId', person.employee_id,
      'preferredLanguage', person.preferred_language, 'appRoles', person.app_roles,
      'department', unit.display_name, 'manager', manager.display_name, 'aboutMe', person.about_me,
      'responsibilities', person.responsibilities, 'skills', person.skills, 'workdays', person.workdays) as row
    from "user" person left join org_unit unit on unit.id = person.org_unit_id
      left join "user" manager on manager.id = person.manager_id
    where person.id = ${userId}::uuid`,
}

export const positionsExport: ExportSource = {
  name: 'positions',
  covers: ['position.user_id'],
  rows: (userId) => sql`select position.id::text as key, jsonb_build_object('unit', unit.display_name,
      'title', position.title, 'percentage', position.percentage, 'isPrimary', position.is_primary) as row
    from position join org_unit unit on unit.id = position.org_unit_id where position.user_id = ${userId}::uuid`,
}

/** The photo itself, as base64. */
export const photoExport: ExportSource = {
  name: 'photo',
  covers: ['user_photo.user_id'],
  rows: (
    userId,
  ) => sql`select user_id::text as key, jsonb_build_object('mediaType', media_type, 'width', width,
      'height', height, 'changedDateTime', changed_at, 'contentBytes', encode(bytes, 'base64')) as row
    from user_photo where user_id = ${userId}::uuid`,
}

/** Whether one is protected, and what one has decided about the protection of others. The reason is for HR alone (K28). */
export const protectionExport: ExportSource = {
  name: 'protection',
  covers: ['person_protection.user_id', 'person_protection.decided_by_id'],
  rows: (
    userId,
  ) => sql`select protection.user_id::text as key, jsonb_build_object('person', person.display_name,
      'hides', protection.hides, 'decidedDateTime', protection.decided_at,
      'decidedByMe', protection.decided_by_id = ${userId}::uuid) as row
    from person_protection protection join "user" person on person.id = protection.user_id
    where ${userId}::uuid in (protection.user_id, protection.decided_by_id)`,
}

/** What the sync has read about a person from the directory of the municipality. */
export const directoryExport: ExportSource = {
  name: 'directory',
  covers: ['directory_person.user_id', 'directory_person.manager_id'],
  rows: (userId) => sql`select read.user_id::text as key, jsonb_build_object('isActive', read.is_active,
      'department', read.department, 'division', read.division, 'company', read.company,
      'manager', manager.display_name, 'texts', read.texts, 'leftDateTime', read.left_at) as row
    from directory_person read left join "user" manager on manager.id = read.manager_id
    where read.user_id = ${userId}::uuid`,
}

/** What passed to others when one left, and what came to oneself when others did. */
export const handoverExport: ExportSource = {
  name: 'handovers',
  covers: ['handover.leaver_id', 'handover.recipient_id'],
  rows: (userId) => sql`select handover.id::text as key, jsonb_build_object('from', leaver.display_name,
      'to', recipient.display_name, 'targetType', handover.target_type, 'targetId', handover.target_id,
      'outcome', handover.outcome, 'handedOverDateTime', handover.handed_over_at) as row
    from handover join "user" leaver on leaver.id = handover.leaver_id
      left join "user" recipient on recipient.id = handover.recipient_id
    where ${userId}::uuid in (handover.leaver_id, handover.recipient_id)`,
}
