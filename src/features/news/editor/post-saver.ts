import { NewsPost, type NewsPostPatch } from '#api/news-posts/contract.ts'
import { findInTexts, splitByAnswer } from '../../../components/sensitive-content/guard.ts'
import { ApiError, request } from '../../../lib/request.ts'
import { createSignal } from '../../../lib/signal.ts'
import { type LocalCopy, readLocalCopy, trackLeaving, writeLocalCopy } from './local-copy.ts'
import { changeNewsPost, createNewsPost } from '../mutations.ts'
import { changesOf, emptyForm, formOf, isActionIncomplete, textsOf, type PostForm } from './post-form.ts'

/** How long the writing rests before a draft is saved, in milliseconds. */
const rest = 1500

/** How it stands with saving. */
export type SaveState =
  | { phase: 'unchanged' | 'saving' }
  | { phase: 'saved'; savedDateTime: string }
  /** Stopped by what looks like an identity number; the fields say where. */
  | { phase: 'sensitive' }
  | { phase: 'failed'; error: unknown }
  /** A post the server has never seen, kept in this browser until the author asks to save it. */
  | { phase: 'held'; error?: unknown }
  /** Someone else saved `newer` since this was read. */
  | { phase: 'conflict'; newer: NewsPost }

/** What is said of a change of a post that is out. */
export type ChangeOfPublished = Pick<NewsPostPatch, 'changeKind' | 'changeNote'>

interface PostSaverOptions {
  post: NewsPost | undefined
  viewerId: string
  /** What a post without an id is kept under in this browser. */
  draftName: string
  onSaved: (post: NewsPost) => void
  /** A post without an id is kept in this browser for the first time. */
  onKept: () => void
}

/**
 * Saves a post while it is written. Drafts are saved when the writing rests, what is published only when asked, and
 * what was begun without a network when the author asks. Whatever is not saved yet is kept in this browser.
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
  #isKept: boolean
  readonly #options: PostSaverOptions

  constructor(options: PostSaverOptions) {
    const { post } = options
    this.#options = options
    this.#post = post
    this.#saved = post ? formOf(post) : emptyForm
    const copy = readLocalCopy(options.viewerId, this.#name)
    this.#isKept = copy !== undefined
    this.#form = copy?.form ?? this.#saved
    // An older etag makes the API say so if someone else has saved in between.
    this.#etag = copy?.etag ?? post?.['@odata.etag']
    this.initialForm = this.#form
    this.isRestored = copy !== undefined && (this.#changes !== undefined || isActionIncomplete(copy.form))
    if (this.isRestored && post === undefined) this.state.set({ phase: 'held' })
  }

  /** The post as last saved; undefined before the first time. */
  get post(): NewsPost | undefined {
    return this.#post
  }

  /** What of the form is on the server. */
  get saved(): PostForm {
    return this.#saved
  }

  /** Takes what is written now, and which numbers the author has answered for. */
  change(form: PostForm, acceptedDigits: ReadonlySet<string>): void {
    const isNew = form !== this.#form
    this.#form = form
    this.#acceptedDigits = acceptedDigits
    if (this.#changes === undefined && !(isNew && isActionIncomplete(form))) return
    this.#keep()
    clearTimeout(this.#timer)
    if (this.#isSavedByItself) this.#timer = setTimeout(() => void this.save(), rest)
  }

  /** Saves what a page that is left would take with it. */
  leave(): void {
    clearTimeout(this.#timer)
    if (!this.#isSavedByItself || this.#changes === undefined) return
    trackLeaving(this.#name, this.save())
  }

  /** Forgets what is written: the post is to be deleted, and nothing may bring it back. @returns what keeps it after all. */
  discard(): () => void {
    clearTimeout(this.#timer)
    const copy = readLocalCopy(this.#options.viewerId, this.#name)
    this.#write(undefined)
    this.#form = this.#saved
    return () => this.#write(copy)
  }

  /**
   * Saves everything that is written. Undefined when it could not be saved; `state` says why.
   * @param change what is said of it when the post is out.
   */
  save(change: ChangeOfPublished = {}): Promise<NewsPost | undefined> {
    clearTimeout(this.#timer)
    const next = this.#last.then(() => this.#save(change))
    this.#last = next
    return next
  }

  /** Takes the post as a step such as approval has made it; what is written stays. */
  adopt(post: NewsPost): void {
    this.#post = post
    this.#etag = post['@odata.etag']
    this.state.set({ phase: 'unchanged' })
    this.#options.onSaved(post)
  }

  /** Someone else has saved: stops until it is said which edition to go on from. @throws {ApiError} */
  async meet(id: string): Promise<void> {
    this.state.set({ phase: 'conflict', newer: await request(NewsPost, `/v1.0/newsPosts/${id}`) })
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
      this.#write(undefined)
    }
    this.state.set({ phase: 'unchanged' })
    this.#options.onSaved(state.newer)
    return this.#form
  }

  get #changes() {
    return changesOf(this.#form, this.#saved)
  }

  get #name(): string {
    return this.#post?.id ?? this.#options.draftName
  }

  get #isSavedByItself(): boolean {
    const { phase } = this.state.get()
    return (this.#post?.state ?? 'draft') === 'draft' && phase !== 'conflict' && phase !== 'held'
  }

  #keep(): void {
    const writtenDateTime = new Date().toISOString()
    this.#write({ form: this.#form, postId: this.#post?.id, etag: this.#etag, writtenDateTime })
    if (!this.#isKept && this.#post === undefined) this.#options.onKept()
    this.#isKept = true
  }

  #write(copy: LocalCopy | undefined): void {
    writeLocalCopy(this.#options.viewerId, this.#name, copy)
  }

  async #save(change: ChangeOfPublished): Promise<NewsPost | undefined> {
    const form = this.#form
    const changes = this.#changes
    if (changes === undefined) return this.#post
    const isHeld = this.state.get().phase === 'held'
    this.state.set({ phase: 'saving' })
    try {
      const { open, accepted } = splitByAnswer(await findInTexts(textsOf(form)), this.#acceptedDigits)
      if (open.length > 0) {
        this.state.set({ phase: 'sensitive' })
        return undefined
      }
      const patch = { ...changes, ...change, acceptedFindings: accepted.length === 0 ? undefined : accepted }
      this.#succeed(form, await this.#send(patch))
      return this.#post
    } catch (error) {
      await this.#fail(error, isHeld)
      return undefined
    }
  }

  #send({ changeKind, changeNote, ...patch }: NewsPostPatch): Promise<NewsPost> {
    if (this.#post === undefined) return createNewsPost({ title: '', ...patch })
    const whole = { ...patch, changeKind, changeNote }
    return changeNewsPost({ id: this.#post.id, etag: this.#etag, patch: whole })
  }

  #succeed(form: PostForm, post: NewsPost): void {
    this.#write(undefined)
    this.#post = post
    this.#etag = post['@odata.etag']
    this.#saved = form
    // Written on while it was being saved: that is kept too, and saved at the next rest.
    if (this.#changes !== undefined || isActionIncomplete(this.#form)) this.#keep()
    this.state.set({ phase: 'saved', savedDateTime: post.lastModifiedDateTime })
    this.#options.onSaved(post)
  }

  async #fail(error: unknown, isHeld: boolean): Promise<void> {
    if (error instanceof ApiError && error.status === 412 && this.#post !== undefined) {
      try {
        await this.meet(this.#post.id)
      } catch (cause) {
        this.state.set({ phase: 'failed', error: cause })
      }
      return
    }
    const isSensitive = error instanceof ApiError && error.code === 'sensitiveContent'
    // Without a network the parts that read the text may not come either.
    const isOffline = error instanceof ApiError ? error.status === 0 : !navigator.onLine
    if (isSensitive) this.state.set({ phase: 'sensitive' })
    else if (this.#post === undefined && (isOffline || isHeld)) this.state.set({ phase: 'held', error })
    else this.state.set({ phase: 'failed', error })
  }
}
