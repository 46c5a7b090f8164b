import type { ColumnType } from 'kysely'

/** A column the database computes; never written. */
export type Computed<T> = ColumnType<T, never, never>
/** A point in time: read as Date, written as Date. */
export type Time = ColumnType<Date, Date | string, Date | string>
/** A point in time that may be missing. */
export type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>
/** A calendar day without a zone, `2026-11-18`. Both drivers are set to leave it as text. */
export type Day = string
