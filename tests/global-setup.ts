import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './postgres-cluster.ts'
import { seededFiles, templateDatabase } from './seeded-files.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the PGlite dump, and the running cluster: its maintenance database and a place for others. */
    seeded: { lite: string; postgres: { maintenance: string; template: string } }
  }
}

let cluster: Cluster | undefined

/** Once per run: the seeded databases every worker takes its own copy of. */
export async function setup(project: TestProject) {
  process.prependListener('beforeExit', keepExitCode)
  const files = await seededFiles()
  cluster = await startCluster(files.postgres)
  project.provide('seeded', {
    lite: files.lite,
    postgres: { maintenance: cluster.url('postgres'), template: templateDatabase },
  })
}

/** Leaves no process and no file behind. */
export async function teardown() {
  await cluster?.stop()
}

/** The library that runs PostgreSQL ends this process with code 0 when nothing is left to do, whatever had failed. */
function keepExitCode() {
  const code = process.exitCode
  if (code) process.once('exit', () => (process.exitCode = code))
}
