type Closer = () => Promise<unknown>

/** Milliseconds in which a second signal is the same key press: npm passes Ctrl-C on to a process that has it already. */
const samePress = 500

/**
 * Ends the process cleanly at SIGINT and SIGTERM: what was opened last is closed first, then exit code 0. A second
 * signal ends it at once.
 */
export class Shutdown {
  readonly #closers: Closer[] = []
  #startedAt: number | undefined

  /** @param onStart told when the first signal comes. */
  constructor(onStart: () => void) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (this.#startedAt === undefined) {
          onStart()
          void this.#run(0)
        } else if (Date.now() - this.#startedAt > samePress) process.exit(1)
      })
    }
  }

  get isRunning() {
    return this.#startedAt !== undefined
  }

  /** Adds something to close. */
  add(closer: Closer) {
    this.#closers.unshift(closer)
  }

  /** Closes everything after a start that failed, then says why and ends with code 1. */
  async fail(report: () => never): Promise<void> {
    // Closing makes what is still under way fail; that is no news.
    if (this.isRunning) return
    await this.#close()
    report()
  }

  async #run(code: number) {
    await this.#close()
    process.exit(code)
  }

  async #close() {
    this.#startedAt = Date.now()
    for (const close of this.#closers) {
      await close().catch((error: unknown) => console.error('While closing:', error))
    }
  }
}
