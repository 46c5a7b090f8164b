import { eraseComments } from '../comments/erase-comments.ts'
import { takeDeviationSteps } from '../deviations/timed-steps.ts'
import { makeDigests } from '../news-posts/digest.ts'
import { newsMessages } from '../news-posts/news-messages.ts'
import { remindReaders } from '../news-posts/reminders.ts'
import { expirePosts, warnOfExpiry } from '../news-posts/timed-expiry.ts'
import { publishScheduledPosts } from '../news-posts/timed-publication.ts'
import { tidyNotifications } from '../notifications/tidy-notifications.ts'
import { sendOutgoing } from '../outgoing/send-outgoing.ts'
import { tidyOutgoing } from '../outgoing/tidy-outgoing.ts'
import { forgetSearchMisses } from '../search/forget-search-misses.ts'
import { gatherSearchWords } from '../search/search-words.ts'
import type { TimedJob } from './timed-job.ts'

/** Everything that is done because of the clock, in the order a place without a queue does it. */
export const timedWork: readonly TimedJob[] = [
  publishScheduledPosts,
  expirePosts,
  warnOfExpiry,
  remindReaders,
  takeDeviationSteps,
  makeDigests,
  { name: 'send-outgoing', cron: '* * * * *', run: (deps) => sendOutgoing(deps, newsMessages) },
  eraseComments,
  gatherSearchWords,
  forgetSearchMisses,
  tidyNotifications,
  { name: 'tidy-outgoing', cron: '15 3 * * *', run: tidyOutgoing },
]
