import { sql } from 'kysely'
import { doneSince, type TaskColumns, type TaskSource } from '../tasks/task-source.ts'
import type { Viewer } from '../viewer.ts'

const column = (name: string) => sql.ref(`absence.${name}`)
const me = (viewer: Viewer) => sql`${viewer.id}::uuid`
const nameOf = (id: string) =>
  sql`(select person.display_name from "user" person where person.id = ${column(id)})`

/** Never why somebody is away: that is nobody's business but their leader's (features.md K9). */
const ofAbsence: Omit<TaskColumns, 'title'> = {
  key: column('id'),
  // One answers before it begins.
  dueDate: sql`(absence.starts_at at time zone 'Europe/Oslo')::date`,
  createdAt: column('changed_at'),
  startsAt: column('starts_at'),
  endsAt: column('ends_at'),
  resourceType: sql`'absence'`,
  resourceId: column('id'),
}

const isNotOver = ({ now }: Viewer) => sql`(absence.ends_at is null or absence.ends_at > ${now})`

/** Whether one will stand in for somebody (features.md K5). */
const toAnswer: TaskSource = {
  kind: 'substituteToAnswer',
  state: 'waiting',
  columns: () => ({ ...ofAbsence, title: nameOf('user_id'), personId: column('user_id') }),
  rows: (viewer) => sql`from absence where absence.substitute_id = ${me(viewer)}
    and absence.substitute_status = 'proposed' and ${isNotOver(viewer)}`,
}

/** Somebody said no: one needs another substitute. */
const declined: TaskSource = {
  kind: 'substituteDeclined',
  state: 'waiting',
  columns: () => ({ ...ofAbsence, title: nameOf('substitute_id'), personId: column('substitute_id') }),
  rows: (viewer) => sql`from absence where absence.user_id = ${me(viewer)}
    and absence.substitute_status = 'declined' and ${isNotOver(viewer)}`,
}

const proposed: TaskSource = {
  kind: 'substituteToAnswer',
  state: 'waitingOnOthers',
  columns: () => ({ ...ofAbsence, title: nameOf('substitute_id'), personId: column('substitute_id') }),
  rows: (viewer) => sql`from absence where absence.user_id = ${me(viewer)}
    and absence.substitute_status = 'proposed' and ${isNotOver(viewer)}`,
}

const answered: TaskSource = {
  kind: 'substituteToAnswer',
  state: 'done',
  columns: () => ({
    ...ofAbsence,
    title: nameOf('user_id'),
    personId: column('user_id'),
    completedAt: column('substitute_answered_at'),
  }),
  rows: (viewer) => sql`from absence where absence.substitute_id = ${me(viewer)}
    and absence.substitute_status in ('accepted', 'declined')
    and absence.substitute_answered_at > ${doneSince(viewer)}`,
}

/** Who stands in for whom, as far as somebody has to say something about it. */
export const absenceTasks: readonly TaskSource[] = [toAnswer, declined, proposed, answered]
