import type { Insertable } from 'kysely'
import type { NewsPostTable } from '#api/database/news-post-tables.ts'
import { readingTimeInMinutes } from '#api/text/reading-time.ts'
import { plainText } from '#api/text/plain-text.ts'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { unitNamed } from '../org-units.ts'
import { osloDay, osloTime, workdaysAgo } from '../oslo-time.ts'
import { uuidAt, uuidFor } from '../random.ts'
import type { SeedAudience } from './audience.ts'
import { pictureNodes } from './files.ts'
import type { NewsSource } from './insert-news.ts'
import type { NewsPlan, UnitNames } from './news-plan.ts'
import { richText } from './rich-text.ts'

/** The row of a planned post. */
export function postFrom(plan: NewsPlan, source: NewsSource) {
  const { units, now } = source
  const audience: SeedAudience =
    plan.audience === 'everyone'
      ? { everyone: true, units: [], roles: [] }
      : {
          everyone: false,
          units: (plan.audience.units ?? []).map((names) => unitNamed(units, names)),
          roles: plan.audience.roles ?? [],
        }
  const written = timeOf(source, plan.at)
  const state = plan.state ?? 'published'
  const hasBeenOut = !['draft', 'inReview', 'scheduled'].includes(state)
  const { earlier = [] } = plan
  const version = hasBeenOut ? earlier.length + 1 : 0
  const lastSignificant = earlier.findLastIndex(({ replaced }) => !replaced.isEditorial) + 2
  const lastChange = earlier.at(-1)?.replaced.at
  const body = bodyOf(plan)
  const authorId = personIdOf(plan.author, source)
  const row = {
    id: uuidAt(written, `newsPost ${plan.key}`),
    title: plan.title,
    lead: plan.lead,
    body: JSON.stringify(body),
    body_text: plainText(body),
    reading_minutes: readingTimeInMinutes(plainText(body)),
    importance: plan.importance ?? 'normal',
    audience_everyone: audience.everyone,
    audience_org_unit_ids: audience.units.map((unit) => unit.id),
    audience_roles: [...audience.roles],
    confirm_by: dayOf(now, plan.confirmBy),
    action_what: plan.action?.what ?? null,
    action_who: plan.action?.who ?? '',
    action_due: dayOf(now, plan.action?.due),
    // Set when the picture is stored.
    cover_file_id: null as string | null,
    cover_alt: plan.cover?.alt ?? '',
    state,
    author_id: authorId,
    changed_by_id: authorId,
    responsible_unit_id: unitNamed(units, plan.responsibleUnit).id,
    version,
    significant_version: hasBeenOut ? Math.max(1, lastSignificant) : 0,
    revision: version + 1,
    created_at: minutesFrom(written, -40),
    changed_at: lastChange ? timeOf(source, lastChange) : written,
    published_at: hasBeenOut ? written : null,
    publish_at: momentOf(now, plan.publishAt),
    expires_at: momentOf(now, plan.expiresAt),
    pinned_until: momentOf(now, plan.pinnedUntil),
    archived_at: state === 'archived' ? minutesFrom(written, 3 * 24 * 60) : null,
    comments_enabled: !plan.hasNoComments,
    send_by_email: plan.sendByEmail ?? false,
    send_to_teams: plan.sendToTeams ?? false,
    show_on_screens: plan.showOnScreens ?? false,
    ...reviewOf(plan, source),
  } satisfies Insertable<NewsPostTable>
  return { row, audience, plan }
}

/** The text of a post, with its pictures after the first paragraph. */
export function bodyOf(plan: Pick<NewsPlan, 'key' | 'files' | 'body'>): RichTextDocument {
  const { type, content = [] } = richText(plan.body)
  return { type, content: content.toSpliced(1, 0, ...pictureNodes(plan)) }
}

/** A workday before today and a time of day, as a point in time. */
export const timeOf = ({ now }: Pick<NewsSource, 'now'>, [workdays, time]: readonly [number, string]) =>
  osloTime(now, workdaysAgo(now, workdays), time)

/** A demo person by key, or the leader of a unit. @throws RangeError when there is none. */
export function personIdOf(
  who: string | UnitNames,
  { units, people }: Pick<NewsSource, 'units' | 'people'>,
): string {
  const id =
    typeof who === 'string'
      ? people.find(({ isDemo, userPrincipalName }) => isDemo && userPrincipalName.startsWith(`${who}@`))?.id
      : unitNamed(units, who).leaderId
  if (!id) throw new RangeError(`Nobody is ${[who].flat().join(' / ')}.`)
  return id
}

/** The id of a thing that belongs to a planned post. */
export const idWithin = ({ key }: Pick<NewsPlan, 'key'>, name: string) => uuidFor(`${name} of ${key}`)

function reviewOf({ review }: NewsPlan, source: NewsSource) {
  if (!review) return {}
  return {
    submitted_by_id: personIdOf(review.submittedBy, source),
    review_outcome: review.outcome,
    review_by_id: personIdOf(review.by, source),
    review_at: timeOf(source, review.at),
    review_comment: review.comment,
  }
}

const dayOf = (now: Date, days: number | undefined) => (days === undefined ? null : osloDay(now, days))

const momentOf = (now: Date, moment: readonly [number, string] | undefined) =>
  moment === undefined ? null : osloTime(now, ...moment)

const minutesFrom = (time: Date, minutes: number) => new Date(time.getTime() + minutes * 60_000)
