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
  /** Place among all that is sent of one request, whatever its type; 1 is the best. */
  rank: z.int(),
  /** Where in a text it was found, or what a person can be asked about; empty when the name says it all. */
  summary: z.string(),
  resource: z.object({
    '@odata.type': z.string(),
    id: z.uuid(),
    /** Title or name, with the marks of what matched. */
    displayName: z.string(),
    /** What tells it from others of the same name: title and unit, sender and day. */
    detail: z.nullable(z.string()),
    /** When it came out; null for what has no such time. */
    dateTime: z.nullable(z.iso.datetime()),
    /** False for what is out no more: an archived post, somebody who has left. */
    isCurrent: z.boolean(),
  }),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchResponse = z.object({
  value: z.array(
    z.object({
      searchTerms: z.array(z.string()),
      /** What the reader may have meant, when little was found; it finds something the reader may see. Null otherwise. */
      didYouMean: z.nullable(z.string()),
      /** `modification`: nothing was found, and the hits are those of `didYouMean`. `suggestion`: it is only offered. */
      queryAlterationType: z.nullable(z.enum(['suggestion', 'modification'])),
      hitsContainers: z.array(
        z.object({
          entityType: z.enum(entityTypes),
          hits: z.array(SearchHit),
          /** How many there are; counting stops at 300, and so do the pages. */
          total: z.int(),
          moreResultsAvailable: z.boolean(),
        }),
      ),
    }),
  ),
})
export type SearchResponse = z.infer<typeof SearchResponse>

/** Body of `POST /v1.0/searchMisses`: a search somebody finished, and found nothing with. Answered 204 in any case. */
export const NewSearchMiss = z.strictObject({
  query: z.string().check(z.minLength(1), z.maxLength(maxQueryLength)),
})

/** What people searched for and did not find, for editors: `GET /v1.0/searchMisses`. No person is recorded (W35). */
export const SearchMiss = z.object({
  id: z.uuid(),
  /** In small letters, words with one space between. */
  query: z.string(),
  /** Finished searches in the last 90 days, three or more. */
  count: z.int(),
  lastDate: z.iso.date(),
})
export type SearchMiss = z.infer<typeof SearchMiss>
