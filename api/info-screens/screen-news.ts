import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/schema.ts'
import { notFound } from '../http/errors.ts'
import type { ScreenNews } from './contract.ts'
import { hashOfSecret, isSecret } from './secret.ts'

/** Most posts a screen goes through. */
const maxPosts = 20

/** A screen, as its address opens it. */
export interface OpenScreen {
  orgUnitId: string
  unitName: string
}

/** The screen a secret is the address of. @throws 404, the same whatever is wrong */
export async function getScreen(db: Kysely<Database>, secret: string): Promise<OpenScreen> {
  if (!isSecret(secret)) throw notFound()
  const screen = await db
    .selectFrom('info_screen')
    .innerJoin('org_unit', 'org_unit.id', 'info_screen.org_unit_id')
    .select(['info_screen.org_unit_id as orgUnitId', 'org_unit.display_name as unitName'])
    .where('secret_hash', '=', await hashOfSecret(secret))
    .executeTakeFirst()
  if (!screen) throw notFound()
  return screen
}

/**
 * Posts a screen may show: out, meant for screens, and to everyone or to units the screen's is in or below. A post to a
 * role alone never is, since anybody may pass the screen.
 */
const isOnScreen = ({ orgUnitId }: OpenScreen, now: Date): RawBuilder<SqlBool> =>
  sql`(news_post.state = 'published' and news_post.show_on_screens
    and (news_post.expires_at is null or news_post.expires_at > ${now})
    and (news_post.audience_everyone or exists (select from org_unit_ancestor above
      where above.unit_id = ${orgUnitId}::uuid and above.ancestor_id = any(news_post.audience_org_unit_ids))))`

interface PostRow {
  id: string
  title: string
  lead: string
  published_at: Date
  cover_id: string | null
  cover_alt: string
  width: number | null
  height: number | null
}

/** What a screen shows now. @param addresses where covers and posts are found. */
export async function readScreenNews(
  db: Kysely<Database>,
  screen: OpenScreen,
  now: Date,
  addresses: { coverUrl: (fileId: string) => string; postUrl: (postId: string) => string },
): Promise<ScreenNews> {
  const { rows } = await sql<PostRow>`
    select news_post.id, title, lead, published_at, cover.id as cover_id, cover_alt, cover.width, cover.height
    from news_post left join file cover on cover.id = news_post.cover_file_id
    where ${isOnScreen(screen, now)}
    order by published_at desc, news_post.id desc limit ${maxPosts}`.execute(db)
  return {
    unitName: screen.unitName,
    posts: rows.map((row) => ({
      id: row.id,
      title: row.title,
      lead: row.lead,
      coverImage:
        row.cover_id === null || row.width === null || row.height === null
          ? null
          : {
              url: addresses.coverUrl(row.cover_id),
              altText: row.cover_alt,
              width: row.width,
              height: row.height,
            },
      publishedDateTime: row.published_at.toISOString(),
      url: addresses.postUrl(row.id),
    })),
  }
}

/** The cover of a post the screen shows. @throws 404 for any other file */
export async function getScreenCover(db: Kysely<Database>, screen: OpenScreen, fileId: string, now: Date) {
  const { rows } = await sql<{ id: string; size: number; media_type: string }>`
    select file.id, file.size, file.media_type from file
    where file.id = ${fileId}::uuid and exists (
      select from news_post where news_post.cover_file_id = file.id and ${isOnScreen(screen, now)})`.execute(
    db,
  )
  const file = rows[0]
  if (!file) throw notFound()
  return file
}
