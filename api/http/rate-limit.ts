import { createMiddleware } from 'hono/factory'
import type { ApiContext, Env } from './env.ts'
import { tooManyRequests } from './errors.ts'

interface Bucket {
  tokens: number
  /** Milliseconds since 1970. */
  filledAt: number
}

/** Buckets kept before the full ones are forgotten. */
const maxBuckets = 10_000

/**
 * A token bucket per person and process: a guard against runaway scripts, not a quota (docs/decisions/006).
 * Every item of a batch takes its own token.
 * @param keyOf whose bucket a request takes from. @param limit instead of the one of the settings, for what is costly.
 */
export function rateLimit({
  keyOf = (c) => c.var.viewer.id,
  limit,
}: { keyOf?: (c: ApiContext) => string; limit?: { burst: number; perSecond: number } } = {}) {
  const buckets = new Map<string, Bucket>()
  return createMiddleware<Env>(async (c, next) => {
    const { settings, now } = c.var.deps
    const { burst, perSecond } = limit ?? settings.rateLimit
    const time = now().getTime()
    const filled = (bucket: Bucket) =>
      Math.min(burst, bucket.tokens + (Math.max(0, time - bucket.filledAt) / 1000) * perSecond)
    if (buckets.size > maxBuckets) {
      for (const [id, bucket] of buckets) if (filled(bucket) >= burst) buckets.delete(id)
    }
    const key = keyOf(c)
    const bucket = buckets.get(key) ?? { tokens: burst, filledAt: time }
    const tokens = filled(bucket)
    if (tokens < 1) throw tooManyRequests(Math.ceil((1 - tokens) / perSecond))
    buckets.set(key, { tokens: tokens - 1, filledAt: time })
    await next()
  })
}
