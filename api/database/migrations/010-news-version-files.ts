import { sql, type Kysely } from 'kysely'

/** What a version of a post had beside its text, kept when the next version takes its place. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table news_post_version
    add column action_what text,
    add column action_who text,
    add column action_due date`.execute(db)
  await sql`create table news_post_version_file (
    news_post_id uuid not null,
    version int not null,
    file_id uuid not null references file,
    use text not null check (use in ('cover','attachment','inline')),
    position int not null,
    alt text not null default '',
    primary key (news_post_id, version, file_id, use),
    foreign key (news_post_id, version) references news_post_version on delete cascade
  )`.execute(db)
  await sql`create index news_post_version_file_file on news_post_version_file (file_id)`.execute(db)
}
