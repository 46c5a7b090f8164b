import { sql, type RawBuilder } from 'kysely'
import type { Viewer } from '../viewer.ts'
import type { TaskKind, TaskState } from './contract.ts'

/** How long what is done can be looked back at, in days. */
export const doneForDays = 30

/** Since when what is done is listed. */
export const doneSince = ({ now }: Viewer): Date => new Date(now.getTime() - doneForDays * 86_400_000)

/** What a task is, as SQL over the tables of its source. What is left out is null. */
export interface TaskColumns {
  /** uuid: of a kind and a state, what tells it from the others. */
  key: RawBuilder<unknown>
  title: RawBuilder<unknown>
  detail?: RawBuilder<unknown>
  dueDate?: RawBuilder<unknown>
  createdAt: RawBuilder<unknown>
  completedAt?: RawBuilder<unknown>
  personId?: RawBuilder<unknown>
  /** Whom it is done for, when it is not the viewer's own. */
  onBehalfOfId?: RawBuilder<unknown>
  resourceType: RawBuilder<unknown>
  resourceId: RawBuilder<unknown>
  commentId?: RawBuilder<unknown>
  phone?: RawBuilder<unknown>
  startsAt?: RawBuilder<unknown>
  endsAt?: RawBuilder<unknown>
  readingMinutes?: RawBuilder<unknown>
  remindedAt?: RawBuilder<unknown>
}

/** Tasks of one kind in one state. An area writes one for each, and `task-sources.ts` names them. */
export interface TaskSource {
  kind: TaskKind
  state: TaskState
  columns(viewer: Viewer): TaskColumns
  /**
   * `from … where …`: only what concerns the viewer, found by an index that begins with the viewer, so that it takes no
   * longer when there are more employees. Undefined when there can be none.
   */
  rows(viewer: Viewer): RawBuilder<unknown> | undefined
}

/** Columns of the union, in order, with the type each of them has in every source. */
const types: Record<keyof TaskColumns, string> = {
  key: 'uuid',
  title: 'text',
  detail: 'text',
  dueDate: 'date',
  createdAt: 'timestamptz',
  completedAt: 'timestamptz',
  personId: 'uuid',
  onBehalfOfId: 'uuid',
  resourceType: 'text',
  resourceId: 'uuid',
  commentId: 'uuid',
  phone: 'text',
  startsAt: 'timestamptz',
  endsAt: 'timestamptz',
  readingMinutes: 'int',
  remindedAt: 'timestamptz',
}
const names = Object.keys(types) as (keyof TaskColumns)[] // the keys written above

/**
 * What the viewer has to do, has asked of others and has done, as one subquery. State and kind are constants of each
 * part: a filter on them leaves out whole parts before anything is read.
 */
export function unionOf(sources: readonly TaskSource[], viewer: Viewer): RawBuilder<unknown> {
  const parts = sources.flatMap((source) => {
    const rows = source.rows(viewer)
    if (!rows) return []
    const columns = source.columns(viewer)
    const values = names.map(
      (name) => sql`(${columns[name] ?? sql`null`})::${sql.raw(types[name])} as ${sql.ref(name)}`,
    )
    return [
      sql`select ${sql.lit(source.kind)}::text as kind, ${sql.lit(source.state)}::text as state,
        ${sql.join(values)} ${rows}`,
    ]
  })
  return sql`(${sql.join(parts, sql` union all `)})`
}
