import { Hono } from 'hono'
import { auditEntries } from '../audit/resource.ts'
import { correctiveActions } from '../corrective-actions/resource.ts'
import { deviations } from '../deviations/resource.ts'
import { callBackMessages } from '../call-back-messages/resource.ts'
import { mentionsIn } from '../comments/mentions.ts'
import { answeredQuestions, openQuestions } from '../comments/questions.ts'
import { commentsOn } from '../comments/resource.ts'
import { commentTargets } from '../comments/targets.ts'
import { favorites } from '../favorites/resource.ts'
import { duties, shiftsOf } from '../duties/resource.ts'
import { files } from '../files/resource.ts'
import { handovers } from '../handovers/resource.ts'
import type { Env } from '../http/env.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { infoScreens } from '../info-screens/resource.ts'
import { newsPostComments } from '../news-posts/comments.ts'
import { confirmationsOf } from '../news-posts/confirmations.ts'
import { newsEditors } from '../news-editors/resource.ts'
import { newsPosts } from '../news-posts/resource.ts'
import { newsPostVersions } from '../news-posts/versions.ts'
import { notificationSettings } from '../notification-settings/resource.ts'
import { notifications } from '../notifications/resource.ts'
import { orgUnits } from '../org-units/resource.ts'
import { searchMisses } from '../search/search-misses.ts'
import { tasks } from '../tasks/resource.ts'
import { users } from '../users/resource.ts'
import { csdl } from './csdl.ts'

const nothing = '00000000-0000-0000-0000-000000000000'
/** Threads are alike, whatever is commented on and by whom; the id and the powers are in no type. So it is with confirmations. */
const comments = commentsOn(newsPostComments, nothing, { canComment: false, canModerate: false })
const confirmations = confirmationsOf(nothing)

/** Every resource, for `$metadata` and for tests that walk them all. */
export const resources = [
  users,
  favorites,
  orgUnits,
  files,
  newsPosts,
  deviations,
  correctiveActions,
  confirmations,
  newsPostVersions,
  comments,
  mentionsIn(commentTargets),
  answeredQuestions(newsPostComments),
  openQuestions(newsPostComments),
  newsEditors,
  handovers,
  infoScreens,
  callBackMessages,
  duties,
  shiftsOf(nothing),
  notificationSettings,
  searchMisses,
  tasks,
  notifications,
  auditEntries,
]

/** What can be listed at the top; the others are reached through what they belong to. */
const listed = [
  users,
  orgUnits,
  newsPosts,
  deviations,
  correctiveActions,
  newsEditors,
  infoScreens,
  callBackMessages,
  duties,
  searchMisses,
  auditEntries,
]

const document = csdl(resources)

/** `GET /v1.0/$metadata` and the service document. */
export const metadataRoutes = new Hono<Env>()
  .get('/$metadata', noQueryOptions, (c) =>
    c.body(document, 200, { 'Content-Type': 'application/xml; charset=utf-8' }),
  )
  .get('/', noQueryOptions, (c) =>
    c.json({
      '@odata.context': `${c.var.deps.settings.publicUrl}/v1.0/$metadata`,
      value: listed.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
    }),
  )
