import { createSignal, useSignal } from '../../../lib/signal.ts'
import type { PostForm } from './post-form.ts'

/** What was written and is not on the server. */
export interface LocalCopy {
  form: PostForm
  /** The post it belongs to; undefined for one the server has never seen. */
  postId: string | undefined
  /** The saved post it was written on top of. */
  etag: string | undefined
  writtenDateTime: string
}

/** A copy and what it is kept under: the id of its post, or a name of its own. */
export interface NamedCopy extends LocalCopy {
  name: string
}

const prefixOf = (viewerId: string) => `tunet.newsPost.${viewerId}.`

/** Grows when what is kept changes. */
const changes = createSignal(0)
if (typeof window !== 'undefined') {
  // Another tab has written.
  window.addEventListener('storage', () => changes.set(changes.get() + 1))
}

/**
 * What this browser keeps of a post for a person. It is that person's own writing, also after a restart, so that
 * nothing written without a network is lost; storage may be closed (private windows, policies), and then nothing is kept.
 */
export function readLocalCopy(viewerId: string, name: string): LocalCopy | undefined {
  try {
    const text = localStorage.getItem(prefixOf(viewerId) + name)
    // Only this module writes here.
    return text === null ? undefined : (JSON.parse(text) as LocalCopy)
  } catch {
    return undefined
  }
}

/** Keeps what is written until it is saved; undefined when it has been. */
export function writeLocalCopy(viewerId: string, name: string, copy: LocalCopy | undefined): void {
  try {
    const key = prefixOf(viewerId) + name
    if (copy === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(copy))
  } catch {
    // Saving to the server goes on without it.
  }
  changes.set(changes.get() + 1)
}

/** Everything a person has written in this browser that is not on the server, the last written first. */
export function useLocalCopies(viewerId: string): NamedCopy[] {
  useSignal(changes)
  return namesOf(viewerId)
    .flatMap((name) => {
      const copy = readLocalCopy(viewerId, name)
      return copy === undefined ? [] : [{ ...copy, name }]
    })
    .toSorted((a, b) => b.writtenDateTime.localeCompare(a.writtenDateTime))
}

function namesOf(viewerId: string): string[] {
  const prefix = prefixOf(viewerId)
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}

/** Saving that goes on after the editor has been left, by name of the copy. */
const leaving = new Map<string, Promise<unknown>>()

/** Remembers that a post is on its way to the server. */
export function trackLeaving(name: string, saving: Promise<unknown>): void {
  leaving.set(name, saving)
  changes.set(changes.get() + 1)
  void saving.finally(() => {
    if (leaving.get(name) !== saving) return
    leaving.delete(name)
    changes.set(changes.get() + 1)
  })
}

/** Resolves when nothing of the post is on its way to the server any more, so that what is read then is the newest. */
export const whenSaved = (name: string): Promise<unknown> => leaving.get(name) ?? Promise.resolve()

/** Whether the post is on its way to the server. */
export const isLeaving = (name: string): boolean => leaving.has(name)
