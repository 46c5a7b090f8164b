import { sql, type Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { atOnce } from '../at-once.ts'

/** Read marks for each generated post, on average. */
const readMarksPerPost = 100
/** People who have read nearly all that reaches them; they make up a good third of the marks. */
const diligentReaders = 250
/** The most others of a small audience who have read a post, 0–1. */
const highestShare = 0.8
/** Larger than any audience, so that steps of this length round an audience meet nobody twice. */
const stride = 1_000_003
/** Posts people talk about, and what is said about the one that is most talked about. */
const discussed = { posts: 500, most: 300 }

/**
 * What readers do with generated posts: open, confirm, react and comment. Each is one statement over all posts, and
 * what it draws comes from hashes of ids, so that a million rows take seconds and are the same every time.
 * @returns the number of readings.
 */
export async function insertBulkLife(
  trx: Transaction<Database>,
  postIds: readonly string[],
): Promise<number> {
  if (postIds.length === 0) return 0
  await makePools(trx, postIds)
  const wanted = postIds.length * readMarksPerPost
  const readings = await atOnce(trx, 'news_post_reading', async () => {
    const diligent = await readDiligently(trx)
    return diligent + (await readNowAndThen(trx, Math.max(0, wanted - diligent)))
  })
  await sql`analyze news_post_reading`.execute(trx)
  await react(trx, postIds)
  await comment(trx, postIds)
  return readings
}

/** The people below each unit, numbered; and the units whose people each post is for. Everyone is below the root. */
async function makePools(trx: Transaction<Database>, postIds: readonly string[]) {
  await sql`create temporary table seed_member on commit drop as
    with diligent as (select id from "user" where account_enabled order by md5(id::text) limit ${sql.lit(diligentReaders)}),
    member as (
      select distinct member.unit_id as pool, employee.id as user_id
      from org_unit_member member join "user" employee on employee.id = member.user_id
      where employee.account_enabled)
    select pool, user_id, diligent.id is not null as is_diligent,
      row_number() over (partition by pool, diligent.id is not null order by user_id)::int - 1 as place
    from member left join diligent on diligent.id = member.user_id`.execute(trx)
  await sql`create temporary table seed_reach on commit drop as
    with size as (select pool, count(*)::int as size from seed_member where not is_diligent group by pool),
    reach as (
      select id, published_at, importance, unnest(case when audience_everyone
        then array(select id from org_unit where parent_id is null) else audience_org_unit_ids end) as pool
      from news_post where id = any(${[...postIds]}::uuid[]) and version > 0)
    select reach.id as post_id, pool, published_at, importance = 'mustRead' as is_must_read, size
    from reach join size using (pool)`.execute(trx)
  await sql`analyze seed_member, seed_reach`.execute(trx)
}

async function readDiligently(trx: Transaction<Database>): Promise<number> {
  return insertReadings(
    trx,
    sql`select reach.post_id, member.user_id, reach.published_at, reach.is_must_read
      from seed_reach reach join seed_member member on member.pool = reach.pool and member.is_diligent
      where abs(hashtext(member.user_id::text || reach.post_id::text)::bigint) % 100 < 97`,
  )
}

/** Fills small audiences to their share and gives large ones an equal number, until there are as many as wanted. */
async function readNowAndThen(trx: Transaction<Database>, wanted: number): Promise<number> {
  const { rows } = await sql<{ size: number; reaches: number }>`
    select size, count(*)::int as reaches from seed_reach group by size`.execute(trx)
  const most = ({ size }: { size: number }) => Math.floor(size * highestShare)
  const marks = (cap: number) => rows.reduce((sum, row) => sum + Math.min(most(row), cap) * row.reaches, 0)
  let cap = 0
  for (let step = 1 << 16; step >= 1; step /= 2) if (marks(cap + step) <= wanted) cap += step
  return insertReadings(
    trx,
    sql`select reach.post_id, member.user_id, reach.published_at, reach.is_must_read
      from seed_reach reach
      cross join lateral generate_series(0, least(floor(reach.size * ${sql.lit(highestShare)}), ${cap}::int)::int - 1) step
      join seed_member member on member.pool = reach.pool and not member.is_diligent
        and member.place = (abs(hashtext(reach.post_id::text)::bigint) + step::bigint * ${sql.lit(stride)}) % reach.size`,
  )
}

/** Writes down readers in the order of the table's key. @param readers post_id, user_id, published_at, is_must_read */
async function insertReadings(trx: Transaction<Database>, readers: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into news_post_reading
      (news_post_id, user_id, read_at, confirmed_at, confirmed_version, channel, device)
    select post_id, user_id, read_at,
      case when has_confirmed then read_at + interval '90 seconds' end, case when has_confirmed then 1 end,
      (array['portal','portal','portal','email','email','teams','qr','portal'])[1 + (drawn >> 4 & 7)],
      case when drawn & 3 = 0 then 'computer' else 'phone' end
    from (${readers}) reader
    cross join lateral (select abs(hashtext(user_id::text || post_id::text)::bigint) as drawn) hash
    cross join lateral (select
      -- Soon rather than late: minutes within three days, as the square of an even spread.
      published_at + make_interval(mins => ((drawn & 63) * (drawn & 63) * 4320 / 4096 + (drawn >> 7 & 31))::int)
        as read_at,
      is_must_read and drawn % 10 > 0 as has_confirmed) fact
    order by user_id, post_id
    on conflict do nothing`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}

async function react(trx: Transaction<Database>, postIds: readonly string[]) {
  await sql`insert into reaction (target_type, target_id, user_id, reaction, reacted_at)
    select 'newsPost', news_post_id, user_id, (array['like','useful','thanks'])[1 + drawn % 3], read_at
    from news_post_reading
    cross join lateral (select abs(hashtext(news_post_id::text || user_id::text)::bigint) as drawn) hash
    where news_post_id = any(${[...postIds]}::uuid[]) and drawn % 20 = 0`.execute(trx)
}

const remarks = [
  'Takk, dette var nyttig.',
  'Gjelder dette også oss som går natt?',
  'Fint at det blir tatt tak i.',
  'Hvem spør jeg når lederen er borte?',
  'Vi har prøvd det, og det virker.',
  'Kan lista henges opp på vaktrommet også?',
]

/** A few posts are much talked about, most hardly at all; the author answers some. */
async function comment(trx: Transaction<Database>, postIds: readonly string[]) {
  const said = sql`jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object(
    'type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', words)))))`
  await sql`insert into comment
      (id, target_type, target_id, thread_id, thread_at, kind, body, body_text, author_id, created_at)
    select id, 'newsPost', target_id, id, created_at, 'comment', ${said}, words, user_id, created_at
    from (
      select md5(post.id::text || reader.user_id::text)::uuid as id, post.id as target_id, reader.user_id,
        reader.read_at + interval '5 minutes' as created_at,
        (${remarks}::text[])[1 + abs(hashtext(reader.user_id::text)::bigint) % ${sql.lit(remarks.length)}] as words
      from (select id, row_number() over (order by published_at desc, id) as place from news_post
        where id = any(${[...postIds]}::uuid[]) and state = 'published' and audience_everyone
        order by place limit ${discussed.posts}) post
      cross join lateral (select user_id, read_at from news_post_reading
        where news_post_id = post.id order by md5(user_id::text) limit ${discussed.most} / post.place + 1) reader
    ) first`.execute(trx)
  await sql`insert into comment
      (id, target_type, target_id, parent_id, thread_id, thread_at, kind, body, body_text, author_id, created_at)
    select md5(id::text)::uuid, 'newsPost', target_id, id, id, created_at, 'comment', ${said}, words, writer_id,
      created_at + interval '2 hours'
    from (select comment.id, target_id, comment.created_at, news_post.author_id as writer_id,
        'Ja. Se punktet om det i teksten.' as words
      from comment join news_post on news_post.id = comment.target_id
      where target_type = 'newsPost' and target_id = any(${[...postIds]}::uuid[])
        and abs(hashtext(comment.id::text)::bigint) % 3 = 0) answer`.execute(trx)
}
