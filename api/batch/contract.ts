import * as z from 'zod/mini'

/** Most requests in one batch. */
export const maxBatchSize = 20

const BatchRequest = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  /** Relative: `/me`, `newsPosts?$top=5`. */
  url: z.string().check(z.minLength(1), z.maxLength(8192)),
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.unknown()),
  dependsOn: z.optional(z.array(z.string())),
})
export type BatchRequest = z.infer<typeof BatchRequest>

/** Body of `POST /v1.0/$batch` (graph.md §1.4). */
export const Batch = z.object({ requests: z.array(BatchRequest) })

/** One answer; in the order of the requests. */
export interface BatchResponse {
  id: string
  status: number
  headers: Record<string, string>
  body?: unknown
}
