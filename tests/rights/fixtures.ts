import { sql } from 'kysely'
import type { TestApi } from '../call-api.ts'
import { demoPerson } from '../tokens.ts'
import { makeAbsence } from './absence-fixture.ts'
import { makeDeviation } from './deviation-fixture.ts'
import { makeDutyAndCall } from './everyday-fixture.ts'
import { findProtected } from './protected-fixture.ts'
import { demoUnitId } from './units.ts'

/** Things every row of the table can be asked about, as they were made whatever other cells did with them. */
export interface Fixtures {
  /** Must-read by the nursing home's leader, out, to the nursing home, with a file. */
  post: { id: string; etag: string }
  /** The same, taken out of the feed again. */
  archived: { id: string; etag: string }
  /** Draft by Kari's department leader, to the department. */
  draft: { id: string; etag: string }
  /** By Kari to her department, sent to somebody who may publish there. */
  inReview: { id: string; etag: string }
  /** By Kari's department leader to the department, out next week. */
  scheduled: { id: string; etag: string }
  /** Kari, named editor of a department in another sector. */
  newsEditorId: string
  /** A screen on a wall of the nursing home. */
  infoScreenId: string
  /** Something Kari is told of. */
  notificationId: string
  /** Kari's comment on the post, and her question. */
  comment: { id: string; etag: string }
  question: { id: string; etag: string }
  /** To Kari, taken by the service desk. */
  callBackMessageId: string
  /** By Kari about her department: health and safety, medium, registered; the teacher has an action in it. */
  deviation: { id: string; actionId: string }
  /** Of the nursing home, and Kari's shift, which is now. */
  duty: { id: string; etag: string }
  dutyShiftId: string
  /** Attached to the post. */
  attachedFileId: string
  /** Uploaded by Kari, attached to nothing. */
  looseFileId: string
  /** Kari's, sick next week; Nina is asked to stand in. */
  absenceId: string
  kariId: string
  /** Someone who has left. */
  disabledId: string
  nursingHomeId: string
  /** Kari's department there. */
  departmentId: string
  organizationId: string
  /** Somebody hidden whole, in child welfare. */
  hidden: { id: string; displayName: string; unitId: string; managerId: string }
  /** A teacher whose place of work and photo are hidden. */
  placeHiddenId: string
  placeHiddenUnitId: string
  /** Somebody whose telephone and photo are hidden, with a number and a photo. */
  phoneHidden: { id: string; number: string }
}

const encoder = new TextEncoder()

/** Makes the fixtures straight in the database, so that no right is needed to set a test of rights up. */
export async function makeFixtures({ db, clock }: Pick<TestApi, 'db' | 'clock'>): Promise<Fixtures> {
  const now = clock.now()
  const kari = demoPerson('kari.nilsen').id
  const ola = demoPerson('ola.bakken').id
  const ingrid = demoPerson('ingrid.solberg').id
  const nursingHomeId = await demoUnitId(db, 'Elvestrand sykehjem')
  const departmentId = await demoUnitId(db, '2. etasje – langtid')
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kjelesvik' }] }],
  }
  const row = {
    title: 'Prøve av rettigheter',
    lead: 'Kort sagt',
    body: JSON.stringify(body),
    body_text: 'Kjelesvik',
    reading_minutes: 1,
    audience_everyone: false,
    audience_roles: [],
    created_at: now,
    changed_at: now,
    changed_by_id: ingrid,
  }
  const [post, draft, archived, inReview, scheduled] = await db
    .insertInto('news_post')
    .values([
      {
        ...row,
        importance: 'mustRead',
        state: 'published',
        version: 1,
        significant_version: 1,
        action_what: 'Meld deg på',
        action_due: '2099-12-31',
        published_at: now,
        author_id: ingrid,
        audience_org_unit_ids: [nursingHomeId],
        responsible_unit_id: nursingHomeId,
      },
      {
        ...row,
        importance: 'normal',
        state: 'draft',
        author_id: ola,
        audience_org_unit_ids: [departmentId],
        responsible_unit_id: departmentId,
      },
      {
        ...row,
        body_text: 'Gammelt',
        importance: 'normal',
        state: 'archived',
        version: 1,
        published_at: now,
        author_id: ingrid,
        audience_org_unit_ids: [nursingHomeId],
        responsible_unit_id: nursingHomeId,
      },
      {
        ...row,
        body_text: 'Til godkjenning',
        importance: 'normal',
        state: 'inReview',
        submitted_by_id: kari,
        author_id: kari,
        audience_org_unit_ids: [departmentId],
        responsible_unit_id: departmentId,
      },
      {
        ...row,
        body_text: 'Planlagt',
        importance: 'normal',
        state: 'scheduled',
        publish_at: new Date(now.getTime() + 7 * 24 * 3_600_000),
        author_id: ola,
        audience_org_unit_ids: [departmentId],
        responsible_unit_id: departmentId,
      },
    ])
    .returning('id')
    .execute()
  const file = (createdBy: string) => ({
    name: 'rutine.txt',
    media_type: 'text/plain',
    size: 3,
    sha256: encoder.encode('x'.repeat(32)),
    created_by_id: createdBy,
    created_at: now,
  })
  const [attached, loose] = await db
    .insertInto('file')
    .values([file(ingrid), file(kari)])
    .returning('id')
    .execute()
  if (!post || !draft || !archived || !inReview || !scheduled || !attached || !loose)
    throw new Error('The fixtures were not made.')
  await insertVersions(db)
  const newsEditor = await db
    .insertInto('news_editor')
    .values({ org_unit_id: await demoUnitId(db, 'Bjørkåsen skole'), user_id: kari, named_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const infoScreen = await db
    .insertInto('info_screen')
    .values({
      name: 'Kantina',
      org_unit_id: nursingHomeId,
      secret_hash: encoder.encode('x'.repeat(32)),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const bytes = encoder.encode('Hei')
  await db
    .insertInto('file_chunk')
    .values([attached, loose].map(({ id }) => ({ owner_id: id, position: 0, bytes })))
    .execute()
  await db
    .insertInto('news_post_attachment')
    .values({ news_post_id: post.id, file_id: attached.id, position: 0, is_inline: false })
    .execute()
  const comments = await makeComments(db, post.id, kari, now)
  const everyday = await makeDutyAndCall(db, nursingHomeId, kari, now)
  const disabled = await db
    .selectFrom('user')
    .select('id')
    .where('user_principal_name', '=', 'gunn.dahle@elvestrand.example')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('handover')
    .values(
      [
        { target_id: draft.id, recipient_id: ingrid, outcome: 'passed' as const },
        { target_id: post.id, recipient_id: null, outcome: 'kept' as const },
      ].map((thing) => ({ ...thing, leaver_id: disabled.id, target_type: 'newsPost', handed_over_at: now })),
    )
    .execute()
  const organization = await db.selectFrom('organization').select('id').executeTakeFirstOrThrow()
  const etag = 'W/"1"'
  return {
    deviation: await makeDeviation({ db, clock }, departmentId),
    post: { id: post.id, etag },
    draft: { id: draft.id, etag },
    archived: { id: archived.id, etag },
    inReview: { id: inReview.id, etag },
    scheduled: { id: scheduled.id, etag },
    newsEditorId: newsEditor.id,
    infoScreenId: infoScreen.id,
    notificationId: await makeNotification(db, post.id, kari, now),
    ...comments,
    ...everyday,
    attachedFileId: attached.id,
    looseFileId: loose.id,
    absenceId: await makeAbsence(db, kari, now),
    kariId: kari,
    disabledId: disabled.id,
    nursingHomeId,
    departmentId,
    organizationId: organization.id,
    ...(await findProtected(db, now)),
  }
}

/** Somebody commented on what Kari wrote. */
async function makeNotification(db: TestApi['db'], resource_id: string, user_id: string, now: Date) {
  const about = { kind: 'commentReplied', thread_id: resource_id, resource_type: 'newsPost', resource_id }
  const { id } = await db
    .insertInto('notification')
    .values({ ...about, user_id, created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The versions that go with posts that have been out. */
const insertVersions = (db: TestApi['db']) =>
  sql`insert into news_post_version
    select id, version, title, lead, body, true, '', changed_by_id, changed_at from news_post
    where version > 0 on conflict do nothing`.execute(db)

/** A comment and a question, which mention the nursing home's leader. */
async function makeComments(db: TestApi['db'], target_id: string, author_id: string, now: Date) {
  const ingrid = demoPerson('ingrid.solberg').id
  const [comment, question] = (['comment', 'question'] as const).map((kind) => {
    const id = crypto.randomUUID()
    return {
      id,
      kind,
      target_type: 'newsPost' as const,
      target_id,
      thread_id: id,
      thread_at: now,
      body: JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] }),
      body_text: 'Gjelder det oss?',
      author_id,
      created_at: now,
      answer_by: kind === 'question' ? '2025-03-17' : null,
    }
  })
  if (!comment || !question) throw new Error('The comments were not made.')
  await db.insertInto('comment').values([comment, question]).execute()
  await db
    .insertInto('question_asker')
    .values({ comment_id: question.id, user_id: author_id, asked_at: now })
    .execute()
  await db
    .insertInto('comment_mention')
    .values({ comment_id: comment.id, user_id: ingrid, mentioned_at: now })
    .execute()
  const etag = 'W/"1"'
  return { comment: { id: comment.id, etag }, question: { id: question.id, etag } }
}
