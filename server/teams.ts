import { type TeamsPost, Undeliverable } from '#api/outgoing/outlets.ts'

/** Milliseconds Teams may take to answer. */
const patience = 10_000

/**
 * Posts to a Teams channel through the webhook of a workflow in it.
 * @param url the webhook; whoever has it can post, so it is never logged.
 */
export function openTeams(url: string): (post: TeamsPost) => Promise<void> {
  return async (post) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(post),
      // The address is the operator's; where it would send us on is not.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    await response.body?.cancel()
    if (response.ok) return
    const message = `Teams answered ${response.status}`
    throw response.status === 400 || response.status === 413 ? new Undeliverable(message) : new Error(message)
  }
}
