import { freePort, startServer } from '../testing/server-process.ts'

/** Seconds from the command to `/healthz`, for a first start that makes and fills the database, and for the next. */
export async function measureStartUp(dataDir: string): Promise<{ first: number; second: number }> {
  const seconds = async () => {
    const started = performance.now()
    const server = await startServer({ DATA_DIR: dataDir, PORT: await freePort() })
    const healthy = (performance.now() - started) / 1000
    server.signal('SIGTERM')
    await server.ended
    return healthy
  }
  return { first: await seconds(), second: await seconds() }
}
