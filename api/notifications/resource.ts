import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { visibleDeviation } from '../deviations/policy.ts'
import { boolean, dateTime, guid, int, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { visibleNewsPost } from '../news-posts/policy.ts'
import type { Viewer } from '../viewer.ts'

/** What notifications are about, over `notification`. An area whose things are told of adds one. */
interface NotificationTopic {
  type: string
  /** Name of the thing; null when it has none. */
  title: RawBuilder<unknown>
  /** Whether the viewer may still know of it: access may have ended since. */
  visible(viewer: Viewer): RawBuilder<SqlBool>
}

const topics: readonly NotificationTopic[] = [
  {
    type: 'newsPost',
    title: sql`(select news_post.title from news_post where news_post.id = notification.resource_id)`,
    visible: (viewer) => sql`exists (select from news_post
      where news_post.id = notification.resource_id and ${visibleNewsPost(viewer)})`,
  },
  {
    type: 'callBackMessage',
    title: sql`(select call_back_message.caller_name from call_back_message
      where call_back_message.id = notification.resource_id)`,
    visible: ({ id }) => sql`exists (select from call_back_message
      where call_back_message.id = notification.resource_id
        and ${id}::uuid in (call_back_message.recipient_id, call_back_message.created_by_id))`,
  },
  {
    type: 'deviation',
    title: sql`(select deviation.title from deviation where deviation.id = notification.resource_id)`,
    visible: (viewer) => sql`exists (select from deviation
      where deviation.id = notification.resource_id and ${visibleDeviation(viewer)})`,
  },
  {
    type: 'correctiveAction',
    title: sql`(select left(corrective_action.description, 200) from corrective_action
      where corrective_action.id = notification.resource_id)`,
    visible: ({ id }) => sql`exists (select from corrective_action
      where corrective_action.id = notification.resource_id and corrective_action.owner_id = ${id}::uuid)`,
  },
  {
    type: 'absence',
    title: sql`null`,
    visible: ({ id }) => sql`exists (select from absence
      where absence.id = notification.resource_id and absence.user_id = ${id}::uuid)`,
  },
]

const ofTopic = (value: (topic: NotificationTopic) => RawBuilder<unknown>, otherwise: RawBuilder<unknown>) =>
  sql`(case notification.resource_type ${sql.join(
    topics.map((topic) => sql`when ${sql.lit(topic.type)} then ${value(topic)}`),
    sql` `,
  )} else ${otherwise} end)`

const ofPerson = (column: string) =>
  sql`(select ${sql.ref(`person.${column}`)} from "user" person where person.id = notification.person_id)`

/** What waits on the list of tasks until it is done, whether or not one has read of it. */
const isTask = sql`(notification.kind in ('mention','questionAnswered','substituteDeclined')
  or (notification.kind = 'newsPostRejected' and exists (select from news_post
    where news_post.id = notification.resource_id and news_post.author_id = notification.user_id)))`

const last = dateTime('notification.changed_at', { filter: true, sort: true })

/** What has happened that concerns the viewer: `/v1.0/me/notifications`, the latest first. */
export const notifications: Resource = {
  name: 'notifications',
  entity: 'notification',
  from: () => sql`notification`,
  visible: (viewer) => sql`(notification.user_id = ${viewer.id}::uuid
    and ${ofTopic((topic) => topic.visible(viewer), sql`false`)})`,
  properties: new Map([
    ['id', guid('notification.id', { filter: true })],
    ['kind', text('notification.kind', { filter: true })],
    [
      'title',
      text(
        ofTopic((topic) => topic.title, sql`null`),
        { nullable: true },
      ),
    ],
    ['count', int('notification.count')],
    ['person/id', guid('notification.person_id', { nullable: true })],
    ['person/displayName', text(ofPerson('display_name'), { nullable: true })],
    ['person/jobTitle', text(ofPerson('job_title'), { nullable: true })],
    ['resource/type', text('notification.resource_type', { filter: true })],
    ['resource/id', guid('notification.resource_id', { filter: true })],
    ['resource/commentId', guid('notification.comment_id', { nullable: true })],
    ['createdDateTime', dateTime('notification.created_at', { filter: true, sort: true })],
    ['lastDateTime', last],
    ['isRead', boolean(sql`(notification.read_at is not null)`, { filter: true })],
    ['isTask', boolean(isTask, { filter: true })],
  ]),
  nullWhen: { person: 'person/id' },
  order: [{ path: 'lastDateTime', property: last, descending: true }],
  actions: ['markRead'],
}
