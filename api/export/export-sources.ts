import { absencesExport, absencesOfOthersExport } from '../absences/export.ts'
import { auditExport } from '../audit/export.ts'
import { callBackMessagesExport } from '../call-back-messages/export.ts'
import { commentsExport, mentionsExport, questionsExport } from '../comments/export.ts'
import {
  correctiveActionsExport,
  deviationEventsExport,
  deviationMessagesExport,
  deviationsExport,
} from '../deviations/export.ts'
import { dutiesExport } from '../duties/export.ts'
import { favoritesExport } from '../favorites/export.ts'
import { filesExport, uploadsExport } from '../files/export.ts'
import { infoScreensExport } from '../info-screens/export.ts'
import { newsEditorsExport } from '../news-editors/export.ts'
import {
  confirmationsForOthersExport,
  newsPostsExport,
  newsPostVersionsExport,
  readingsExport,
} from '../news-posts/export.ts'
import { notificationSettingsExport } from '../notification-settings/export.ts'
import { ledUnitsExport } from '../org-units/export.ts'
import { sentMessagesExport } from '../outgoing/export.ts'
import { reactionsExport } from '../reactions/export.ts'
import { notificationsExport } from '../tasks/export.ts'
import {
  directoryExport,
  handoverExport,
  photoExport,
  positionsExport,
  profileExport,
  protectionExport,
} from '../users/export.ts'
import type { ExportSource } from './export-source.ts'

/** Everything Tunet has about a person, in the order of the file. A new area adds its own. */
export const exportSources: readonly ExportSource[] = [
  profileExport,
  positionsExport,
  photoExport,
  protectionExport,
  directoryExport,
  ledUnitsExport,
  favoritesExport,
  absencesExport,
  absencesOfOthersExport,
  dutiesExport,
  callBackMessagesExport,
  newsPostsExport,
  newsPostVersionsExport,
  readingsExport,
  confirmationsForOthersExport,
  newsEditorsExport,
  commentsExport,
  mentionsExport,
  questionsExport,
  reactionsExport,
  deviationsExport,
  deviationEventsExport,
  deviationMessagesExport,
  correctiveActionsExport,
  filesExport,
  uploadsExport,
  notificationsExport,
  notificationSettingsExport,
  sentMessagesExport,
  infoScreensExport,
  handoverExport,
  auditExport,
]

/** Columns that hold a person and are not in the file, and why. */
export const notExported: Readonly<Record<string, string>> = {
  'deviation.shielded_by_id': 'Who shielded a case stands among the deviationEvents.',
  'directory_term.user_id': 'Words of the profile and of the units, kept apart for searching.',
  'favorite.favorite_id': 'Who keeps somebody at hand is private to the one who does.',
  'notification.person_id': 'Who did what another was told of; it stands in the log of the one who did it.',
}
