import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { doneSince, type TaskColumns, type TaskSource } from '../tasks/task-source.ts'
import type { TaskKind } from '../tasks/contract.ts'
import type { Viewer } from '../viewer.ts'
import { openStates } from './contract.ts'
import { roleSql } from './policy.ts'
import { criticalSeverity, highSeverity } from './transitions.ts'

const column = (name: string) => sql.ref(`deviation.${name}`)
const dayOf = (moment: RawBuilder<unknown>) =>
  sql`((${moment} - interval '1 second') at time zone 'Europe/Oslo')::date`

const ofCase: TaskColumns = {
  key: column('id'),
  title: column('title'),
  detail: column('number'),
  dueDate: dayOf(column('due_at')),
  createdAt: column('created_at'),
  resourceType: sql`'deviation'`,
  resourceId: column('id'),
}

/** How many days before the day the review of the effect begins to wait for the leader. */
const reviewNoticeDays = 7

/** Cases of the units one leads, by the index on the unit that answers. */
const ofLed = (kind: TaskKind, condition: (viewer: Viewer) => RawBuilder<SqlBool>): TaskSource => ({
  kind,
  state: 'waiting',
  columns: () => ofCase,
  rows: (viewer) =>
    viewer.ledUnitIds.length === 0
      ? undefined
      : sql`from deviation where deviation.responsible_unit_id = any(${[...viewer.ledUnitIds]}::uuid[])
          and ${condition(viewer)} and ${roleSql(viewer).leader}`,
})

const helped = sql<SqlBool>`(deviation.state = 'effectReview' and deviation.effectiveness = 'effective')`

const toReceive = ofLed('deviationToReceive', () => sql`deviation.state in ('registered', 'forwarded')`)
const toTreat = ofLed(
  'deviationToTreat',
  () => sql`deviation.state in ('received', 'inTreatment', 'actionsInProgress', 'reopened')`,
)
const toEvaluate = ofLed(
  'deviationToEvaluate',
  ({ now }) => sql`(deviation.state = 'effectReview' and deviation.effectiveness is null
    and deviation.evaluate_by < ${new Date(now.getTime() + reviewNoticeDays * 86_400_000)})`,
)
const toClose = ofLed(
  'deviationToClose',
  () => sql`(${helped} and deviation.severity < ${sql.lit(highSeverity)} and deviation.escalated_at is null)`,
)

/** What only the next leader, or the kommunedirektør, closes. */
const toCloseAbove: TaskSource = {
  kind: 'deviationToClose',
  state: 'waiting',
  columns: () => ofCase,
  rows: (viewer) => {
    const { nextLeader, chiefExecutive } = roleSql(viewer)
    const forChief = sql`(deviation.severity = ${sql.lit(criticalSeverity)} or deviation.escalated_at is not null)`
    return viewer.ledUnitIds.length === 0
      ? undefined
      : sql`from deviation where deviation.responsible_unit_id in (select below.unit_id from org_unit_ancestor below
            where below.ancestor_id = any(${[...viewer.ledUnitIds]}::uuid[]))
          and ${helped} and (deviation.severity >= ${sql.lit(highSeverity)} or deviation.escalated_at is not null)
          and case when ${forChief} then ${chiefExecutive} else ${nextLeader} end`
  },
}

/** Objections to what was turned down, for the quality adviser. */
const objections: TaskSource = {
  kind: 'deviationObjection',
  state: 'waiting',
  columns: () => ({ ...ofCase, dueDate: sql`null` }),
  rows: (viewer) =>
    viewer.roles.has('Quality')
      ? sql`from deviation where deviation.is_objection_open and ${roleSql(viewer).quality}`
      : undefined,
}

/** Whether Datatilsynet is to be told, within 72 hours, for the kommunedirektør. */
const notices: TaskSource = {
  kind: 'authorityNotice',
  state: 'waiting',
  columns: () => ({ ...ofCase, dueDate: dayOf(sql`deviation.discovered_at + interval '72 hours'`) }),
  rows: (viewer) =>
    viewer.ledUnitIds.length === 0
      ? undefined
      : sql`from deviation where deviation.is_personal_data and deviation.notice_decided_at is null
          and deviation.state not in ('rejected', 'merged') and ${roleSql(viewer).chiefExecutive}`,
}

/** What one has reported and others have not finished. */
const reported: TaskSource = {
  kind: 'deviationReported',
  state: 'waitingOnOthers',
  columns: () => ofCase,
  rows: ({ id }) => sql`from deviation where deviation.reporter_id = ${id}::uuid
    and deviation.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`,
}

const ofAction: TaskColumns = {
  key: sql.ref('corrective_action.id'),
  title: sql`left(corrective_action.description, 200)`,
  detail: column('number'),
  dueDate: sql.ref('corrective_action.due_on'),
  createdAt: sql.ref('corrective_action.created_at'),
  resourceType: sql`'correctiveAction'`,
  resourceId: sql.ref('corrective_action.id'),
}
const action = (
  state: 'waiting' | 'done',
  condition: (viewer: Viewer) => RawBuilder<SqlBool>,
): TaskSource => ({
  kind: 'correctiveAction',
  state,
  columns: ({ id }) => ({
    ...ofAction,
    onBehalfOfId: sql`nullif(corrective_action.owner_id, ${id}::uuid)`,
    completedAt: sql.ref('corrective_action.done_at'),
  }),
  rows: (viewer) => sql`from corrective_action join deviation on deviation.id = corrective_action.deviation_id
    where ${condition(viewer)}`,
})
const toDo = action(
  'waiting',
  ({ id, actsFor }) => sql`(corrective_action.owner_id = any(${[id, ...actsFor.map((one) => one.id)]}::uuid[])
    and corrective_action.state in ('new', 'accepted'))`,
)
const done = action(
  'done',
  (viewer) => sql`(corrective_action.owner_id = ${viewer.id}::uuid
    and corrective_action.state in ('done', 'evaluated') and corrective_action.done_at > ${doneSince(viewer)})`,
)

/** What deviations ask of leaders, the quality adviser, the kommunedirektør and owners of actions. */
export const deviationTasks: readonly TaskSource[] = [
  toReceive,
  toTreat,
  toEvaluate,
  toClose,
  toCloseAbove,
  objections,
  notices,
  reported,
  toDo,
  done,
]
