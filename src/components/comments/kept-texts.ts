import * as z from 'zod/mini'
import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { Comment } from '#api/comments/contract.ts'
import { readSaved, writeSaved } from '../../lib/saved.ts'
import { UnsentComment } from './comment-queries.ts'

/*
 * What a person has written and not sent, kept in this browser: it survives a reload and a lost network. The keys hold
 * the person, so that the next one at the same machine does not see it.
 */

const keyOf = (viewerId: string, path: string, place: string) => `tunet.comment.${viewerId}.${path}.${place}`

function readAs<Schema extends z.ZodMiniType>(schema: Schema, key: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(readSaved(key) ?? 'null')).data
  } catch {
    return undefined
  }
}

const Unsent = z.array(UnsentComment)

/** What was sent and did not get there. */
export const readUnsent = (viewerId: string, path: string): UnsentComment[] =>
  readAs(Unsent, keyOf(viewerId, path, 'unsent')) ?? []

/** Keeps what has not got there yet. */
export const keepUnsent = (viewerId: string, path: string, unsent: readonly UnsentComment[]) =>
  writeSaved(keyOf(viewerId, path, 'unsent'), unsent.length === 0 ? undefined : JSON.stringify(unsent))

/** Where a text is being written: a new comment or question, or a reply to one. */
export interface DraftPlace {
  viewerId: string
  path: string
  /** `new`, or the id of what is replied to. */
  place: string
}

/** A text that is being written. */
export const readDraft = ({ viewerId, path, place }: DraftPlace): RichTextDocument | undefined =>
  readAs(Comment.shape.body, keyOf(viewerId, path, place)) ?? undefined

/** Keeps a text while it is written; undefined when it is sent or given up. */
export const keepDraft = ({ viewerId, path, place }: DraftPlace, body: RichTextDocument | undefined) =>
  writeSaved(keyOf(viewerId, path, place), body && JSON.stringify(body))
