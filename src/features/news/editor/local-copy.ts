import type { PostForm } from './post-form.ts'

/** What was written but not saved when the page went away. */
export interface LocalCopy {
  form: PostForm
  /** The saved post it was written on top of; undefined for one that was never saved. */
  etag: string | undefined
}

const keyOf = (id: string | undefined) => `tunet.newsPost.${id ?? 'new'}`

/**
 * What this tab keeps of a post. It is our own writing, and gone with the tab; storage may be closed
 * (private windows, policies), and then nothing is kept.
 */
export function readLocalCopy(id: string | undefined): LocalCopy | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(id))
    // Only this module writes here.
    return text === null ? undefined : (JSON.parse(text) as LocalCopy)
  } catch {
    return undefined
  }
}

/** Keeps what is written until it is saved; undefined when it has been. */
export function writeLocalCopy(id: string | undefined, copy: LocalCopy | undefined): void {
  try {
    if (copy === undefined) sessionStorage.removeItem(keyOf(id))
    else sessionStorage.setItem(keyOf(id), JSON.stringify(copy))
  } catch {
    // Saving to the server goes on without it.
  }
}
