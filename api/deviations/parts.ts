import { sql, type RawBuilder } from 'kysely'
import { joinPersonSeen } from '../users/person-seen.ts'
import type { Viewer } from '../viewer.ts'

/** A moment as the API writes it, inside JSON. */
export const momentText = (moment: RawBuilder<unknown>) =>
  sql`to_char(${moment} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const personOf = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then jsonb_build_object('id', ${sql.ref(`${alias}.id`)},
    'displayName', ${sql.ref(`${alias}.display_name`)}, 'jobTitle', ${sql.ref(`${alias}.job_title`)}) end`

const listOf = (
  rows: RawBuilder<unknown>,
) => sql`(select coalesce(jsonb_agg(part.row order by part.at, part.id), '[]')
  from (${rows}) part)`

/** Whether an action is late, by the day in Oslo. Over `corrective_action` under its alias. */
export const actionIsOverdue = (alias: string, { now }: Viewer) =>
  sql`(${sql.ref(`${alias}.state`)} in ('new', 'accepted')
    and ${sql.ref(`${alias}.due_on`)} < (${now}::timestamptz at time zone 'Europe/Oslo')::date)`

/** The corrective actions of `deviation`, the oldest first. */
export const correctiveActionsOf = (viewer: Viewer) =>
  listOf(sql`select taken.created_at as at, taken.id, jsonb_build_object('id', taken.id,
      'description', taken.description, 'owner', ${personOf('owner')}, 'dueDate', taken.due_on, 'state', taken.state,
      'isOverdue', ${actionIsOverdue('taken', viewer)}, 'doneNote', taken.done_note,
      'doneDateTime', ${momentText(sql.ref('taken.done_at'))}, 'effect', taken.effect) as row
    from corrective_action taken ${joinPersonSeen(viewer, sql.ref('taken.owner_id'), 'owner')}
    where taken.deviation_id = deviation.id`)

/** The timeline of `deviation`, the oldest first. */
export const timelineOf = (viewer: Viewer) =>
  listOf(sql`select event.occurred_at as at, event.id, jsonb_build_object('id', event.id, 'kind', event.kind,
      'dateTime', ${momentText(sql.ref('event.occurred_at'))}, 'person', ${personOf('actor')},
      'onBehalfOf', ${personOf('principal')} - 'jobTitle', 'note', event.note, 'data', event.data) as row
    from deviation_event event ${joinPersonSeen(viewer, sql.ref('event.actor_id'), 'actor')}
      ${joinPersonSeen(viewer, sql.ref('event.on_behalf_of_id'), 'principal')}
    where event.deviation_id = deviation.id`)

/** Who is named as involved, for those who may know. @param known SQL for whether the viewer may */
export const involvedOf = (viewer: Viewer, known: RawBuilder<unknown>) =>
  sql`case when ${known} then ${listOf(sql`select person.display_name as at, person.id, ${personOf('person')} as row
    from unnest(deviation.involved_ids) named(id) ${joinPersonSeen(viewer, sql.ref('named.id'), 'person')}
    where person.id is not null`)} else '[]'::jsonb end`

export const attachmentsOf = listOf(sql`select held.position as at, file.id, jsonb_build_object('id', file.id,
    'name', file.name, 'mediaType', file.media_type, 'size', file.size) as row
  from deviation_attachment held join file on file.id = held.file_id where held.deviation_id = deviation.id`)
