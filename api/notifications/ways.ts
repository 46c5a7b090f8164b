import { sql, type RawBuilder } from 'kysely'
import {
  notificationGroups,
  notificationKinds,
  type NotificationGroup,
  type NotificationWay,
} from './contract.ts'

/** What people get when they have chosen nothing: what somebody waits for them with comes by e-mail too. */
export const unchosenWays: Readonly<Record<NotificationGroup, NotificationWay>> = {
  comments: 'inApp',
  mentions: 'email',
  newsPosts: 'email',
  callBacks: 'inApp',
  substitutes: 'email',
  deviations: 'email',
}

/** Most e-mails a person gets in a day when they have chosen nothing (features.md A22). */
export const unchosenMaxEmails = 5

/** How many e-mails somebody gets in a day, over `notification_setting setting`, which may be missing. */
export const maxEmailsOf: RawBuilder<number> = sql`coalesce(setting.max_emails_per_day, ${sql.lit(unchosenMaxEmails)})`

/** How a group is told, over `notification_setting setting`, which may be missing. */
export const wayOf = (group: RawBuilder<unknown>): RawBuilder<NotificationWay> =>
  sql`coalesce(setting.notification_ways ->> ${group}::text, case ${group}::text ${sql.join(
    notificationGroups.map((one) => sql`when ${sql.lit(one)} then ${sql.lit(unchosenWays[one])}`),
    sql` `,
  )} end)`

/** The group of a kind. @param kind the column with its name */
export const groupOf = (kind: RawBuilder<unknown>): RawBuilder<NotificationGroup> =>
  sql`(case ${kind} ${sql.join(
    Object.entries(notificationKinds).map(
      ([name, group]) => sql`when ${sql.lit(name)} then ${sql.lit(group)}`,
    ),
    sql` `,
  )} end)`
