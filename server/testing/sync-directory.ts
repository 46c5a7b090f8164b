import { afterEach, beforeEach } from 'vitest'
import { synchroniseDirectory, type SyncDeps, type SyncSummary } from '#api/directory-sync/synchronise.ts'
import type { TestApi } from '#tests/call-api.ts'
import { openGraph } from '../directory-sync/graph-source.ts'
import { GraphStandIn, type StandInUser } from './graph-stand-in.ts'

/** The directory of a test, and runs against it. */
export interface TestDirectory {
  readonly graph: GraphStandIn
  /** Milliseconds that have been waited, in order: nobody waits for real. */
  readonly waits: number[]
  /** @throws when another run is at it. */
  sync(more?: Partial<SyncDeps>): Promise<SyncSummary>
}

/** Gives every test a directory of its own. */
export function testDirectory(api: TestApi): TestDirectory {
  let graph = new GraphStandIn()
  let waits: number[] = []
  beforeEach(async () => {
    graph = new GraphStandIn()
    waits = []
    await graph.start()
  })
  afterEach(() => graph.stop())
  return {
    get graph() {
      return graph
    },
    get waits() {
      return waits
    },
    sync: async (more = {}) => {
      const summary = await synchroniseDirectory({
        db: api.db,
        now: api.clock.now,
        log: (level, message, fields) => api.logged.push({ level, message, fields }),
        source: openGraph(graph.settings, { wait: async (milliseconds) => void waits.push(milliseconds) }),
        ...more,
      })
      if (!summary) throw new Error('Another run is at it.')
      return summary
    },
  }
}

/** Id of the person number `n` of a made-up directory. */
export const personId = (n: number) => `77777777-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An invented person, whole, as a first round tells of them. */
export const person = (n: number, more: Record<string, unknown> = {}): StandInUser => ({
  id: personId(n),
  userPrincipalName: `person.${n}@kommune.example`,
  displayName: `Person ${n} Prøve`,
  givenName: `Person ${n}`,
  surname: 'Prøve',
  jobTitle: 'Fagarbeider',
  department: null,
  companyName: null,
  employeeOrgData: null,
  officeLocation: null,
  mail: `person.${n}@kommune.example`,
  mobilePhone: null,
  businessPhones: [],
  preferredLanguage: 'nn-NO',
  employeeId: String(n),
  accountEnabled: true,
  userType: 'Member',
  ...more,
})
