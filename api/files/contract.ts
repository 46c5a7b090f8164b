import * as z from 'zod/mini'

/** Longest description of a picture for those who do not see it, in characters. */
export const maxAltTextLength = 250

/** A stored file, without its content; that is `GET /v1.0/files/{id}/content`. */
export const File = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Pixels; null for what is not an image. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  createdDateTime: z.iso.datetime(),
})
export type File = z.infer<typeof File>

/** A file, as named inside other things. */
export const FileReference = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
})
export type FileReference = z.infer<typeof FileReference>

/** Answer to `POST /v1.0/files/createUploadSession` and to each fragment but the last (graph.md §1.5). */
export const UploadSession = z.object({
  /** Absolute and secret; takes `PUT` fragments with Content-Range. */
  uploadUrl: z.optional(z.url()),
  expirationDateTime: z.iso.datetime(),
  /** `["0-"]`, `["327680-"]`. */
  nextExpectedRanges: z.array(z.string()),
})
export type UploadSession = z.infer<typeof UploadSession>

/** The largest file, in bytes. */
export const maxFileSize = 25 * 1024 * 1024
/** What a fragment's size must be a multiple of, in bytes, all but the last. */
export const fragmentUnit = 320 * 1024
