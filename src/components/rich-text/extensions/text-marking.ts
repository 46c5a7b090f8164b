import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import styles from './text-marking.module.css'

/** How a place is marked while writing; the marks are not part of the text. */
export type MarkingStyle = 'broad' | 'wavy' | 'dotted'

/** A place to mark, by ProseMirror positions. */
export interface Marking {
  from: number
  to: number
  style: MarkingStyle
}

const key = new PluginKey<DecorationSet>('textMarking')

const marker = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(transaction, marked) {
      // What this module itself put there.
      const markings = transaction.getMeta(key) as readonly Marking[] | undefined
      if (markings === undefined) return marked.map(transaction.mapping, transaction.doc)
      return DecorationSet.create(transaction.doc, markings.map(decoration))
    },
  },
  props: { decorations: (state) => key.getState(state) },
})

function decoration({ from, to, style }: Marking): Decoration {
  return Decoration.inline(from, to, { class: styles[style], 'data-marking': style })
}

/** Marks these places and no others. The marks follow the text as it changes, and undo knows nothing of them. */
export function markText(editor: Editor, markings: readonly Marking[]): void {
  if (key.getState(editor.state) === undefined) {
    if (markings.length === 0) return
    editor.registerPlugin(marker)
  }
  editor.view.dispatch(editor.state.tr.setMeta(key, markings).setMeta('addToHistory', false))
}
