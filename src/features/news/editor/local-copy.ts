import { createLocalCopies, type Kept } from '../../../lib/local-copies.ts'
import type { PostForm } from './post-form.ts'

/** What was written and is not on the server. */
export interface LocalCopy extends Kept {
  form: PostForm
  /** The post it belongs to; undefined for one the server has never seen. */
  postId: string | undefined
  /** The saved post it was written on top of. */
  etag: string | undefined
}

/** A copy and what it is kept under: the id of its post, or a name of its own. */
export interface NamedCopy extends LocalCopy {
  name: string
}

const copies = createLocalCopies<LocalCopy>('newsPost')

/** What this browser keeps of a post for a person. */
export const readLocalCopy = copies.read

/** Keeps what is written until it is saved; undefined when it has been. */
export const writeLocalCopy = copies.write

/** Everything a person has written in this browser that is not on the server, the last written first. */
export const useLocalCopies = copies.useList

/** Saving that goes on after the editor has been left, by name of the copy. */
const leaving = new Map<string, Promise<unknown>>()

/** Remembers that a post is on its way to the server. */
export function trackLeaving(name: string, saving: Promise<unknown>): void {
  leaving.set(name, saving)
  copies.touch()
  void saving.finally(() => {
    if (leaving.get(name) !== saving) return
    leaving.delete(name)
    copies.touch()
  })
}

/** Resolves when nothing of the post is on its way to the server any more, so that what is read then is the newest. */
export const whenSaved = (name: string): Promise<unknown> => leaving.get(name) ?? Promise.resolve()

/** Whether the post is on its way to the server. */
export const isLeaving = (name: string): boolean => leaving.has(name)
