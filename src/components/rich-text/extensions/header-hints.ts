import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { m } from '../../../messages/messages.js'

/** Says in empty header cells what they are for. Only shown, never part of the text. */
export const HeaderHints = Extension.create({
  name: 'headerHints',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) => {
          const hints: Decoration[] = []
          doc.descendants((node, position) => {
            // An empty paragraph alone has size 2.
            if (node.type.name === 'tableHeader' && node.content.size === 2) {
              // As for the reader, a header that says nothing is no header.
              const hint = { 'data-hint': m.parts_headerCellHint(), role: 'cell' }
              hints.push(Decoration.node(position, position + node.nodeSize, hint))
            }
          })
          return DecorationSet.create(doc, hints)
        },
      },
    }),
  ],
})
