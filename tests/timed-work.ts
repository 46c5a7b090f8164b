import { timedWork } from '#api/timed-work/timed-work.ts'
import type { TimedDeps } from '#api/timed-work/timed-job.ts'
import type { Email, TeamsPost } from '#api/outgoing/outlets.ts'
import type { TestApi } from './call-api.ts'
import { testOrigin } from './call-api.ts'

/** What has left the house in a test, and what the outlets do. */
export interface TestOutlets {
  emails: Email[]
  posts: TeamsPost[]
  /** When set, what the next messages meet instead of being taken. */
  failure: (() => Error) | undefined
}

/** Outlets that remember what they were given. */
export function testOutlets(): TestOutlets & { deps: TimedDeps['outlets'] } {
  const outlets: TestOutlets = { emails: [], posts: [], failure: undefined }
  const fail = () => {
    if (outlets.failure) throw outlets.failure()
  }
  return Object.assign(outlets, {
    deps: {
      email: async (email: Email) => {
        fail()
        outlets.emails.push(email)
      },
      teams: async (post: TeamsPost) => {
        fail()
        outlets.posts.push(post)
      },
    },
  })
}

/** What timed work runs with in a test: its database, its clock, and these outlets. */
export const timedDeps = (api: TestApi, outlets: TimedDeps['outlets'] = {}): TimedDeps => ({
  db: api.db,
  now: api.clock.now,
  log: (level, message, fields) => api.logged.push({ level, message, fields }),
  settings: { publicUrl: testOrigin },
  outlets,
})

/** Runs one job of the timed work once. @throws when there is none of that name. */
export async function runJob(name: string, deps: TimedDeps): Promise<number> {
  const job = timedWork.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`There is no timed work ${name}.`)
  return job.run(deps)
}
