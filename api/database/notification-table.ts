import type { ColumnType, Generated } from 'kysely'
import type { OptionalTime, Time } from './columns.ts'

/** Something that happened and is no task, told to one person. One row for all of a kind in a thread, until it is read. */
export interface NotificationTable {
  id: Generated<string>
  user_id: string
  kind: string
  thread_id: string
  resource_type: string
  resource_id: string
  comment_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Who did it last. */
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  /** How often it happened. */
  count: Generated<number>
  created_at: Time
  /** When it last happened. */
  changed_at: Time
  read_at: OptionalTime
  /** When it was put into a digest. */
  mailed_at: OptionalTime
}
