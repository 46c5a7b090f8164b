import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#server/testing/server-process.ts'

/** Where a run of the journeys has its servers and its data. */
export interface Places {
  serverPort: string
  mocksPort: string
  /** `DATA_DIR` of the server, gone after the run. */
  dataDir: string
}

/** Chosen by the first process that asks; those it starts find the same. */
export async function findPlaces(): Promise<Places> {
  const saved = process.env.TUNET_JOURNEYS
  if (saved) return JSON.parse(saved) as Places // written below
  const places: Places = {
    serverPort: await freePort(),
    mocksPort: await freePort(),
    dataDir: join(tmpdir(), `tunet-journeys-${randomUUID().slice(0, 8)}`),
  }
  process.env.TUNET_JOURNEYS = JSON.stringify(places)
  return places
}
