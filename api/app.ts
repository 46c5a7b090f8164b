import { Hono } from 'hono'
import { absenceRoutes } from './absences/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { batchRoutes } from './batch/routes.ts'
import { callBackMessageRoutes } from './call-back-messages/routes.ts'
import { commentRoutes } from './comments/routes.ts'
import type { Deps } from './deps.ts'
import { deviationInsightRoutes } from './deviation-insight/routes.ts'
import { deviationReportRoutes } from './deviation-reports/routes.ts'
import { deviationRoutes } from './deviation-treatment/routes.ts'
import { favoriteRoutes } from './favorites/routes.ts'
import { dutyRoutes } from './duties/routes.ts'
import { exportRoutes } from './export/routes.ts'
import { fileRoutes, uploadRoutes } from './files/routes.ts'
import type { Env } from './http/env.ts'
import { errorResponse } from './http/error-response.ts'
import { handoverRoutes } from './handovers/routes.ts'
import { noQueryOptionsOnWrites } from './http/no-query-options.ts'
import { notFoundHandler } from './http/not-found.ts'
import { canonicalRequest } from './http/path.ts'
import { rateLimit } from './http/rate-limit.ts'
import { requestContext } from './http/request-context.ts'
import { requireViewer } from './http/require-viewer.ts'
import { infoScreenRoutes } from './info-screens/routes.ts'
import { screenRoutes } from './info-screens/screen-routes.ts'
import { liveRoutes } from './live/routes.ts'
import { mailboxSettingsRoutes } from './mailbox-settings/routes.ts'
import { metadataRoutes } from './metadata/routes.ts'
import { newsEditorRoutes } from './news-editors/routes.ts'
import { newsInsightRoutes } from './news-insight/routes.ts'
import { newsCalendarRoutes } from './news-posts/calendar-routes.ts'
import { newsRemindRoutes } from './news-posts/remind-routes.ts'
import { newsPostRoutes } from './news-posts/routes.ts'
import { notificationSettingsRoutes } from './notification-settings/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { orgUnitRoutes } from './org-units/routes.ts'
import { organizationRoutes } from './organization/routes.ts'
import { reachabilityRoutes } from './reachability/routes.ts'
import { reactionRoutes } from './reactions/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { userRoutes } from './users/routes.ts'

/** The product's back end as a function from Request to Response. */
export interface Api {
  fetch(request: Request): Promise<Response>
  /** What can be asked for, for tests that leave none out. */
  routes: readonly { method: string; path: string }[]
}

/**
 * Builds the API over the dependencies of one mount. Serves everything under `/v1.0`.
 * Adding an area adds one line here.
 */
export function createApi(deps: Deps): Api {
  const app = new Hono<Env>({ strict: false })
  app.onError(errorResponse)
  app.use(requestContext(deps))
  // The upload URL is itself the permission, so it stands before sign-in (graph.md §1.5).
  app.route('/v1.0', uploadRoutes)
  // So is the address of a screen on a wall, for what is shown there.
  app.route('/v1.0', screenRoutes())
  app.use(requireViewer, rateLimit(), noQueryOptionsOnWrites)
  app.route(
    '/v1.0',
    batchRoutes((request) => fetch(request)),
  )
  app.route('/v1.0', metadataRoutes)
  app.route('/v1.0', organizationRoutes)
  app.route('/v1.0', userRoutes)
  app.route('/v1.0', absenceRoutes)
  app.route('/v1.0', mailboxSettingsRoutes)
  app.route('/v1.0', favoriteRoutes)
  app.route('/v1.0', reachabilityRoutes)
  app.route('/v1.0', orgUnitRoutes)
  app.route('/v1.0', fileRoutes)
  app.route('/v1.0', newsInsightRoutes)
  app.route('/v1.0', newsPostRoutes)
  app.route('/v1.0', newsRemindRoutes)
  app.route('/v1.0', newsCalendarRoutes)
  app.route('/v1.0', notificationSettingsRoutes)
  app.route('/v1.0', newsEditorRoutes)
  app.route('/v1.0', handoverRoutes)
  app.route('/v1.0', infoScreenRoutes)
  app.route('/v1.0', callBackMessageRoutes)
  app.route('/v1.0', dutyRoutes)
  app.route('/v1.0', deviationInsightRoutes)
  app.route('/v1.0', deviationReportRoutes)
  app.route('/v1.0', deviationRoutes)
  app.route('/v1.0', commentRoutes)
  app.route('/v1.0', reactionRoutes)
  app.route('/v1.0', searchRoutes)
  app.route('/v1.0', exportRoutes())
  app.route('/v1.0', taskRoutes)
  app.route('/v1.0', notificationRoutes)
  app.route('/v1.0', auditRoutes)
  app.route('/v1.0', liveRoutes(deps))
  app.notFound(notFoundHandler(app))

  const fetch = async (request: Request) => app.fetch(canonicalRequest(request))
  const routes = app.routes.filter(({ method }) => method !== 'ALL')
  return { fetch, routes }
}
