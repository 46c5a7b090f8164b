import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { osloDay, osloTime } from '../time/oslo.ts'
import type { EmailsAvoided } from './contract.ts'

/** Months shown, this one among them. */
const monthCount = 12

/**
 * All-staff e-mail that news has taken the place of: each post counts one for every employee it reached when it came
 * out (features.md N21).
 */
export async function readEmailsAvoided(db: Kysely<Database>, now: Date): Promise<EmailsAvoided> {
  const months = lastMonths(osloDay(now).slice(0, 7))
  const since = osloTime(`${months[0]}-01`, '00:00')
  const posts = await sql<{ month: string; posts: number; emails: number }>`
    select to_char(published_at at time zone 'Europe/Oslo', 'YYYY-MM') as month, count(*)::int as posts,
      coalesce(sum(reached_count), 0)::int as emails
    from news_post where version > 0 and published_at >= ${since} group by 1`.execute(db)
  const mailers = await sql<{ id: string | null; name: string | null; messages: number; emails: number }>`
    select unit.id, unit.display_name as name, count(*)::int as messages,
      sum(brought.recipient_count)::int as emails
    from news_post_import brought left join org_unit unit on unit.id = brought.sender_unit_id
    where brought.imported_at >= ${since}
    group by unit.id, unit.display_name order by emails desc, name limit 50`.execute(db)
  return {
    months: months.map((month) => {
      const row = posts.rows.find((one) => one.month === month)
      return { month, postCount: row?.posts ?? 0, emailCount: row?.emails ?? 0 }
    }),
    unitsStillMailing: mailers.rows.map(({ id, name, messages, emails }) => ({
      id,
      displayName: name ?? '',
      messageCount: messages,
      emailCount: emails,
    })),
  }
}

/** The months up to and with one, `2026-11`, the oldest first. */
function lastMonths(last: string): string[] {
  const index = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1
  return Array.from({ length: monthCount }, (_, i) => {
    const month = index - (monthCount - 1) + i
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
