import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { EditorImage } from '../editor-image.tsx'

/**
 * A picture that is stored as one of our own files. Only `fileId` names it, never an address, so pasted
 * pictures from elsewhere cannot become a way to track the reader.
 */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    fileId: {
      default: undefined,
      isRequired: true,
      parseHTML: (element) => element.getAttribute('data-file-id'),
    },
    alt: { default: '', parseHTML: (element) => element.getAttribute('alt') ?? '' },
    width: { default: null, parseHTML: (element) => pixels(element, 'width') },
    height: { default: null, parseHTML: (element) => pixels(element, 'height') },
  }),
  parseHTML: () => [{ tag: 'img[data-file-id]' }],
  renderHTML: ({ node }) => [
    'img',
    {
      'data-file-id': node.attrs.fileId,
      alt: node.attrs.alt,
      width: node.attrs.width,
      height: node.attrs.height,
    },
  ],
  addNodeView: () => ReactNodeViewRenderer(EditorImage),
})

function pixels(element: HTMLElement, name: 'width' | 'height'): number | null {
  const value = Number.parseInt(element.getAttribute(name) ?? '', 10)
  return Number.isInteger(value) && value > 0 ? value : null
}
