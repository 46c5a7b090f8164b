import * as z from 'zod/mini'

/** What can be found. Each area adds its own through `search/search-sources.ts`. */
export const entityTypes = ['user', 'orgUnit', 'newsPost'] as const
export type EntityType = (typeof entityTypes)[number]

/** Longest query, in characters. */
export const maxQueryLength = 200

/** Body of `POST /v1.0/search/query`, in Graph's form. */
export const SearchRequest = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        entityTypes: z.array(z.enum(entityTypes)).check(z.minLength(1)),
        query: z.strictObject({ queryString: z.string().check(z.maxLength(maxQueryLength)) }),
        from: z.optional(z.int().check(z.minimum(0), z.maximum(500))),
        /** 1–50 of each type; 25 unless told. */
        size: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
      }),
    )
    .check(z.minLength(1), z.maxLength(5)),
})
export type SearchRequest = z.infer<typeof SearchRequest>

/** One thing found. Texts are plain: what matched stands between `<c0>` and `</c0>`, as in Graph, and is never HTML. */
export const SearchHit = z.object({
  hitId: z.string(),
  rank: z.int(),
  summary: z.string(),
  resource: z.object({
    '@odata.type': z.string(),
    id: z.uuid(),
    /** Title or name, with the marks of what matched. */
    displayName: z.string(),
    /** What tells it from others of the same name: title and unit, sender and day. */
    detail: z.nullable(z.string()),
  }),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchResponse = z.object({
  value: z.array(
    z.object({
      searchTerms: z.array(z.string()),
      /** What the reader may have meant, when little was found; null otherwise. */
      didYouMean: z.nullable(z.string()),
      hitsContainers: z.array(
        z.object({
          entityType: z.enum(entityTypes),
          hits: z.array(SearchHit),
          total: z.int(),
          moreResultsAvailable: z.boolean(),
        }),
      ),
    }),
  ),
})
export type SearchResponse = z.infer<typeof SearchResponse>

/** What people searched for and did not find, for editors: `GET /v1.0/searchMisses`. No person is recorded (W35). */
export const SearchMiss = z.object({
  id: z.uuid(),
  query: z.string(),
  count: z.int(),
  lastDate: z.iso.date(),
})
export type SearchMiss = z.infer<typeof SearchMiss>
