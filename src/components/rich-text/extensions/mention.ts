import { Mention as TiptapMention } from '@tiptap/extension-mention'
import { createSignal, type Signal } from '../../../lib/signal.ts'

/** A person as a mention names one. */
export interface MentionedPerson {
  id: string
  displayName: string
}

/** An `@` with letters after it, being written right now. */
export interface MentionDraft {
  /** What stands after the `@`. */
  query: string
  /** Where the `@` stands in the window; null when it is not drawn. */
  place: () => DOMRect | null
  /** Puts the person there instead of what was typed. */
  insert: (person: MentionedPerson) => void
}

/** Between the text, where `@` is typed, and the list of people, which answers the keys meanwhile. */
export interface MentionLink {
  draft: Signal<MentionDraft | null>
  /** Handles a key before the text does, and answers true when it was for the list. Null while no list is shown. */
  onKey: Signal<KeyHandler | null>
}

type KeyHandler = (event: KeyboardEvent) => boolean

/** A link with nothing being written and no list to answer. */
export function createMentionLink(): MentionLink {
  return {
    draft: createSignal<MentionDraft | null>(null),
    onKey: createSignal<KeyHandler | null>(null),
  }
}

/** Longest name that is looked for; more than this after an `@` is no name. */
const maxQueryLength = 40

/** A name, or the beginning of one, in at most four words. */
const namePattern = /^\p{L}[\p{L}\p{M}.'’-]*( [\p{L}\p{M}.'’-]*){0,3}$/u

/** People mentioned in the text, stored as `api/rich-text/schema.ts` says. */
export function mention(link: MentionLink) {
  return TiptapMention.extend({
    addAttributes: () => ({
      id: { default: undefined, isRequired: true },
      label: { default: undefined, isRequired: true },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]', getAttrs: attributesOf }],
    renderHTML: ({ node }) => ['span', { 'data-mention': node.attrs.id }, `@${node.attrs.label}`],
  }).configure({
    deleteTriggerWithBackspace: true,
    suggestion: {
      allowSpaces: true,
      allowedPrefixes: [' ', '(', '\u00a0'],
      shouldShow: ({ query }) => query.length <= maxQueryLength && namePattern.test(query),
      render: () => ({
        onStart: (draft) => link.draft.set(read(draft)),
        onUpdate: (draft) => link.draft.set(read(draft)),
        onExit: () => link.draft.set(null),
        onKeyDown: ({ event }) => link.onKey.get()?.(event) ?? false,
      }),
    },
  })
}

interface Suggestion {
  query: string
  clientRect?: (() => DOMRect | null) | null
  command: (attributes: { id: string; label: string }) => void
}

function read({ query, clientRect, command }: Suggestion): MentionDraft {
  return {
    query,
    place: () => clientRect?.() ?? null,
    insert: ({ id, displayName }) => command({ id, label: displayName }),
  }
}

/** Reads a mention that was copied from a text here; false for anything else. */
function attributesOf(element: HTMLElement) {
  const id = element.dataset.mention ?? ''
  const label = element.textContent.replace(/^@/, '')
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) && label.trim() !== '' && { id, label }
}
