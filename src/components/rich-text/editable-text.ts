import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { markText, type Marking } from './extensions/text-marking.ts'

/** A place in the text of an open editor, by ProseMirror positions, and what was read there. */
export interface TextPlace {
  from: number
  to: number
  /** Nothing is done where something else stands by now. */
  text: string
}

/** What others on the page may do with the text of an open editor. */
export interface EditableText {
  /** Selects a place, brings it into view and moves the focus there. False when the text is another by now. */
  select: (place: TextPlace) => boolean
  /**
   * Writes something else in several places, as one step for undo; bold words stay bold. The focus stays where it is.
   * @returns how many places were rewritten.
   */
  replace: (edits: readonly (TextPlace & { replacement: string })[]) => number
  /** Underlines these places and no others while one writes. */
  mark: (markings: readonly (TextPlace & Marking)[]) => void
}

/** The text of an editor, for parts that know nothing of the editor itself. */
export function editableText(editor: Editor): EditableText {
  const stands = ({ from, to, text }: TextPlace) =>
    !editor.isDestroyed &&
    to <= editor.state.doc.content.size &&
    editor.state.doc.textBetween(from, to) === text

  return {
    select(place) {
      if (!stands(place)) return false
      editor
        .chain()
        .setTextSelection({ from: place.from, to: place.to })
        .focus(undefined, { scrollIntoView: false })
        .run()
      const { node } = editor.view.domAtPos(place.from)
      const element = node instanceof Element ? node : node.parentElement
      element?.scrollIntoView({ block: 'center' })
      return true
    },
    replace(edits) {
      // The last first, so that the places before it stay where they are.
      const standing = edits.filter(stands).sort((a, b) => b.from - a.from)
      if (standing.length === 0) return 0
      const transaction = closeHistory(editor.state.tr)
      for (const { from, to, replacement } of standing) transaction.insertText(replacement, from, to)
      editor.view.dispatch(transaction)
      return standing.length
    },
    mark: (markings) => {
      if (!editor.isDestroyed) markText(editor, markings.filter(stands))
    },
  }
}
