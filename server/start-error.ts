/**
 * A start that cannot go on, for a reason the operator can do something about. The message is one plain sentence;
 * it is shown without a stack trace, and the process ends with code 1.
 */
export class StartError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartError'
  }
}

/** Ends a command: one sentence for what the operator can mend, the whole error for what only we can. */
export function exitWith(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}

/** The message of anything thrown, with the ones inside when a connection was tried on several addresses. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
