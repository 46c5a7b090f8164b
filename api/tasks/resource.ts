import { sql } from 'kysely'
import { date, dateTime, guid, int, text, type Property } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { taskStates } from './contract.ts'
import { unionOf } from './task-source.ts'
import { taskSources } from './task-sources.ts'

const nullable = { nullable: true }
const sorted = { filter: true, sort: true }

/** Read for the rows that are sent only: the names are no part of what is sorted. */
const ofPerson = (id: string, column: string) =>
  sql`(select ${sql.ref(`person.${column}`)} from "user" person where person.id = ${sql.ref(`task.${id}`)})`

/** The same for as long as the task is: what waits again after it was done is another one. */
const id = text(sql`concat_ws('-', case when task.state <> 'waiting' then task.state end, task.kind, task.key,
  task."onBehalfOfId")`)
const state = text('task.state', { filter: true })
const due = date('task.dueDate', { ...sorted, ...nullable })
const created = dateTime('task.createdAt', sorted)
/** What waits comes first, then what waits for others, then what is done. */
const rank = int(sql`array_position(array[${sql.join(taskStates.map((one) => sql.lit(one)))}], task.state)`)
/** What has no deadline comes after all that has. */
const deadline: Property = date(sql`coalesce(task."dueDate", '9999-12-31')`)

/** What waits for the viewer, in every area: `/v1.0/me/tasks` (features.md A20). */
export const tasks: Resource = {
  name: 'tasks',
  entity: 'task',
  from: (viewer) => sql`${unionOf(taskSources, viewer)} task`,
  // Each source finds what is the viewer's alone.
  visible: () => sql`true`,
  properties: new Map([
    ['id', id],
    ['kind', text('task.kind', { filter: true })],
    ['state', state],
    ['title', text('task.title')],
    ['detail', text('task.detail', nullable)],
    ['dueDate', due],
    ['createdDateTime', created],
    ['completedDateTime', dateTime('task.completedAt', { ...sorted, ...nullable })],
    ['person/id', guid('task.personId', nullable)],
    ['person/displayName', text(ofPerson('personId', 'display_name'), nullable)],
    ['person/jobTitle', text(ofPerson('personId', 'job_title'), nullable)],
    ['onBehalfOf/id', guid('task.onBehalfOfId', nullable)],
    ['onBehalfOf/displayName', text(ofPerson('onBehalfOfId', 'display_name'), nullable)],
    ['resource/type', text('task.resourceType', { filter: true })],
    ['resource/id', guid('task.resourceId', { filter: true })],
    ['resource/commentId', guid('task.commentId', nullable)],
    ['phone', text('task.phone', nullable)],
    ['period/startDateTime', dateTime('task.startsAt', nullable)],
    ['period/endDateTime', dateTime('task.endsAt', nullable)],
    ['readingTimeInMinutes', int('task.readingMinutes', nullable)],
    ['remindedDateTime', dateTime('task.remindedAt', nullable)],
  ]),
  internal: new Map([
    ['rank', rank],
    ['deadline', deadline],
  ]),
  nullWhen: { person: 'person/id', onBehalfOf: 'onBehalfOf/id', period: 'period/startDateTime' },
  order: [
    { path: 'rank', property: rank, descending: false },
    { path: 'deadline', property: deadline, descending: false },
    { path: 'createdDateTime', property: created, descending: false },
  ],
}
