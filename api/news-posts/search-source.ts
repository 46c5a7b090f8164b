import { sql } from 'kysely'
import { searchToTsQuery } from '../odata/parse-search.ts'
import { maxMatches, type SearchSource } from '../search/search-source.ts'
import { visibleNewsPost } from './policy.ts'

/** How much of a post's text is looked through for what to show of it, in characters. */
const maxTextLength = 20_000

interface FoundPost {
  id: string
  title: string
  lead: string
  text: string
  sender: string
  published_at: Date
  is_current: boolean
  total: number
}

/**
 * News that have been out. The newest matches are ranked by how well they fit (title, then lead, then text) and how new
 * they are: what is a year old weighs half; what is out no more comes after what is.
 */
export const newsSearchSource: SearchSource = {
  entityType: 'newsPost',
  odataType: '#tunet.newsPost',
  async search({ db, viewer, terms, from, size }) {
    const query = sql`to_tsquery('norwegian', ${searchToTsQuery(terms.node)})`
    const isCurrent = sql`(news_post.state = 'published'
      and (news_post.expires_at is null or news_post.expires_at > ${viewer.now}::timestamptz))`
    const { rows } = await sql<FoundPost>`
      with newest as (
        select news_post.id, news_post.search, news_post.published_at, ${isCurrent} as is_current
        from news_post
        where news_post.search @@ ${query} and news_post.state in ('published', 'expired', 'archived')
          and ${visibleNewsPost(viewer)}
        order by news_post.listed_at desc, news_post.id desc limit ${maxMatches}
      ), ranked as (
        select newest.id, newest.published_at, newest.is_current, count(*) over ()::int as total,
          ts_rank('{0.1, 0.2, 0.4, 1.0}', newest.search, ${query})
            / (1 + greatest(extract(epoch from ${viewer.now}::timestamptz - newest.published_at), 0) / 31557600) as fit
        from newest
        order by newest.is_current desc, fit desc, newest.published_at desc, newest.id limit ${size} offset ${from}
      )
      select ranked.*, news_post.title, news_post.lead, left(news_post.body_text, ${maxTextLength}) as text,
        coalesce(unit.display_name, author.display_name) as sender
      from ranked join news_post on news_post.id = ranked.id
        join "user" author on author.id = news_post.author_id
        left join org_unit unit on unit.id = news_post.responsible_unit_id
      order by ranked.is_current desc, ranked.fit desc, ranked.published_at desc, ranked.id`.execute(db)
    return {
      total: rows[0]?.total ?? 0,
      found: rows.map((row) => ({
        id: row.id,
        displayName: row.title,
        detail: row.sender,
        texts: [row.lead, row.text],
        dateTime: row.published_at,
        isCurrent: row.is_current,
      })),
    }
  },
}
