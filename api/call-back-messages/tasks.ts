import { sql } from 'kysely'
import { doneSince, type TaskColumns, type TaskSource } from '../tasks/task-source.ts'

const column = (name: string) => sql.ref(`call_back_message.${name}`)

const ofMessage: TaskColumns = {
  key: column('id'),
  title: column('caller_name'),
  detail: column('subject'),
  dueDate: column('due_on'),
  createdAt: column('created_at'),
  phone: column('caller_phone'),
  resourceType: sql`'callBackMessage'`,
  resourceId: column('id'),
}

/** Whom to ring, also for those one stands in for (features.md K23, §8.5). */
const toRing: TaskSource = {
  kind: 'callBack',
  state: 'waiting',
  columns: ({ id }) => ({
    ...ofMessage,
    personId: column('created_by_id'),
    onBehalfOfId: sql`nullif(call_back_message.recipient_id, ${id}::uuid)`,
  }),
  rows: ({ id, actsFor }) => sql`from call_back_message where call_back_message.state = 'open'
    and call_back_message.recipient_id = any(${[id, ...actsFor.map((principal) => principal.id)]}::uuid[])`,
}

/** Calls one took for others, who have not rung yet. */
const taken: TaskSource = {
  kind: 'callBack',
  state: 'waitingOnOthers',
  columns: () => ({ ...ofMessage, personId: column('recipient_id') }),
  rows: ({ id }) => sql`from call_back_message where call_back_message.state = 'open'
    and call_back_message.created_by_id = ${id}::uuid and call_back_message.recipient_id <> ${id}::uuid`,
}

const rung: TaskSource = {
  kind: 'callBack',
  state: 'done',
  columns: ({ id }) => ({
    ...ofMessage,
    completedAt: column('answered_at'),
    personId: column('created_by_id'),
    onBehalfOfId: sql`nullif(call_back_message.recipient_id, ${id}::uuid)`,
  }),
  rows: (viewer) => sql`from call_back_message where call_back_message.answered_by_id = ${viewer.id}::uuid
    and call_back_message.answered_at > ${doneSince(viewer)}`,
}

/** Who is to be rung back. */
export const callBackTasks: readonly TaskSource[] = [toRing, taken, rung]
