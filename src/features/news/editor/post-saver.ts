import { NewsPost } from '#api/news-posts/contract.ts'
import { findInTexts, splitByAnswer } from '../../../components/sensitive-content/guard.ts'
import { ApiError, request } from '../../../lib/request.ts'
import { createSignal } from '../../../lib/signal.ts'
import { readLocalCopy, writeLocalCopy } from './local-copy.ts'
import { changeNewsPost, createNewsPost } from '../mutations.ts'
import { changesOf, emptyForm, formOf, textsOf, type PostForm } from './post-form.ts'

/** How long the writing rests before a draft is saved, in milliseconds. */
const rest = 1500

/** Saving that goes on after the editor has been left, by post. */
const leaving = new Map<string, Promise<unknown>>()

/** Resolves when nothing of the post is on its way to the server any more, so that what is read then is the newest. */
export const whenSaved = (postId: string): Promise<unknown> => leaving.get(postId) ?? Promise.resolve()

/** How it stands with saving. */
export type SaveState =
  | { phase: 'unchanged' | 'saving' }
  | { phase: 'saved'; savedDateTime: string }
  /** Stopped by what looks like an identity number; the fields say where. */
  | { phase: 'sensitive' }
  | { phase: 'failed'; error: unknown }
  /** Someone else saved `newer` since this was read. */
  | { phase: 'conflict'; newer: NewsPost }

/**
 * Saves a post while it is written. Drafts are saved when the writing rests, what is published only when
 * asked. Whatever is not saved yet is kept in this tab, so that a reload loses nothing.
 */
export class PostSaver {
  readonly state = createSignal<SaveState>({ phase: 'unchanged' })
  /** What the editor begins with. */
  readonly initialForm: PostForm
  /** Unsaved writing of an earlier visit was found. */
  readonly isRestored: boolean
  #post: NewsPost | undefined
  #etag: string | undefined
  #saved: PostForm
  #form: PostForm
  #acceptedDigits: ReadonlySet<string> = new Set()
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Promise<unknown> = Promise.resolve()
  readonly #onSaved: (post: NewsPost) => void

  constructor(post: NewsPost | undefined, onSaved: (post: NewsPost) => void) {
    this.#post = post
    this.#onSaved = onSaved
    this.#saved = post ? formOf(post) : emptyForm
    const copy = readLocalCopy(post?.id)
    this.#form = copy?.form ?? this.#saved
    // An older etag makes the API say so if someone else has saved in between.
    this.#etag = copy?.etag ?? post?.['@odata.etag']
    this.initialForm = this.#form
    this.isRestored = this.#changes !== undefined
  }

  /** The post as last saved; undefined before the first time. */
  get post(): NewsPost | undefined {
    return this.#post
  }

  /** Takes what is written now, and which numbers the author has answered for. */
  change(form: PostForm, acceptedDigits: ReadonlySet<string>): void {
    this.#form = form
    this.#acceptedDigits = acceptedDigits
    if (this.#changes === undefined) return
    writeLocalCopy(this.#post?.id, { form, etag: this.#etag })
    clearTimeout(this.#timer)
    if (this.#isSavedByItself) this.#timer = setTimeout(() => void this.save(), rest)
  }

  /** Saves what a page that is left would take with it. */
  leave(): void {
    if (!this.#isSavedByItself) return
    const id = this.#post?.id
    const saving = this.save()
    if (id === undefined) return
    leaving.set(id, saving)
    void saving.finally(() => {
      if (leaving.get(id) === saving) leaving.delete(id)
    })
  }

  /** Forgets what is written: the post has been deleted, and nothing may bring it back. */
  discard(): void {
    clearTimeout(this.#timer)
    writeLocalCopy(this.#post?.id, undefined)
    this.#form = this.#saved
  }

  /** Saves everything that is written. Undefined when it could not be saved; `state` says why. */
  save(): Promise<NewsPost | undefined> {
    clearTimeout(this.#timer)
    const next = this.#last.then(() => this.#save())
    this.#last = next
    return next
  }

  /** Goes on from the newer edition: with what is written here, or with what is written there. */
  settle(choice: 'mine' | 'newer'): PostForm {
    const state = this.state.get()
    if (state.phase !== 'conflict') return this.#form
    this.#post = state.newer
    this.#etag = state.newer['@odata.etag']
    this.#saved = formOf(state.newer)
    if (choice === 'newer') {
      this.#form = this.#saved
      writeLocalCopy(this.#post.id, undefined)
    }
    this.state.set({ phase: 'unchanged' })
    return this.#form
  }

  get #changes() {
    return changesOf(this.#form, this.#saved)
  }

  get #isSavedByItself(): boolean {
    return (this.#post?.state ?? 'draft') === 'draft' && this.state.get().phase !== 'conflict'
  }

  async #save(): Promise<NewsPost | undefined> {
    const form = this.#form
    const changes = this.#changes
    if (changes === undefined) return this.#post
    this.state.set({ phase: 'saving' })
    try {
      const { open, accepted } = splitByAnswer(await findInTexts(textsOf(form)), this.#acceptedDigits)
      if (open.length > 0) {
        this.state.set({ phase: 'sensitive' })
        return undefined
      }
      const patch = { ...changes, acceptedFindings: accepted.length === 0 ? undefined : accepted }
      this.#succeed(form, await this.#send(patch))
      return this.#post
    } catch (error) {
      await this.#fail(error)
      return undefined
    }
  }

  #send(patch: Parameters<typeof changeNewsPost>[0]['patch']): Promise<NewsPost> {
    if (this.#post === undefined) return createNewsPost({ title: '', ...patch })
    return changeNewsPost({ id: this.#post.id, etag: this.#etag, patch })
  }

  #succeed(form: PostForm, post: NewsPost): void {
    writeLocalCopy(this.#post?.id, undefined)
    this.#post = post
    this.#etag = post['@odata.etag']
    this.#saved = form
    // Written on while it was being saved: that is kept too, and saved at the next rest.
    if (this.#changes !== undefined) writeLocalCopy(post.id, { form: this.#form, etag: this.#etag })
    this.state.set({ phase: 'saved', savedDateTime: post.lastModifiedDateTime })
    this.#onSaved(post)
  }

  async #fail(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.status === 412 && this.#post !== undefined) {
      try {
        const newer = await request(NewsPost, `/v1.0/newsPosts/${this.#post.id}`)
        this.state.set({ phase: 'conflict', newer })
        return
      } catch (cause) {
        this.state.set({ phase: 'failed', error: cause })
        return
      }
    }
    const isSensitive = error instanceof ApiError && error.code === 'sensitiveContent'
    this.state.set(isSensitive ? { phase: 'sensitive' } : { phase: 'failed', error })
  }
}
