import { StarterKit, type StarterKitOptions } from '@tiptap/starter-kit'
import { safeHref } from '#api/text/safe-url.ts'

/** What both kinds of text have: StarterKit, with exactly the attributes that `api/rich-text/schema.ts` stores. */
const textBlocks = (options: Partial<StarterKitOptions>) =>
  StarterKit.configure({
    underline: false,
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: 'noopener noreferrer', class: null },
      isAllowedUri: (url) => safeHref(url) !== undefined,
    },
    ...options,
  }).extend({
    addExtensions() {
      const extensions = this.parent?.() ?? []
      return extensions.map((extension) => {
        if (extension.name === 'link') {
          return extension.extend({
            addAttributes: () => ({
              href: {
                default: null,
                parseHTML: (element: HTMLElement) => safeHref(element.getAttribute('href') ?? '') ?? null,
              },
            }),
          })
        }
        if (extension.name === 'heading') {
          // The page's title is the one heading of level 1.
          return extension.extend({ addAttributes: () => ({ level: { default: 2, rendered: false } }) })
        }
        if (extension.name === 'orderedList') {
          return extension.extend({
            addAttributes: () => ({ start: { default: 1, parseHTML: startOf } }),
          })
        }
        return extension
      })
    },
  })

/** Paragraphs, headings 2 to 4, lists, quotes, code and the marks: of a link its address alone. */
export const TextBlocks = textBlocks({ heading: { levels: [2, 3, 4] } })

/** Paragraphs and lists; bold, italic and links. What is pasted loses the rest. */
export const ShortTextBlocks = textBlocks({
  blockquote: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  strike: false,
})

function startOf(element: HTMLElement): number {
  const start = Number.parseInt(element.getAttribute('start') ?? '', 10)
  return Number.isInteger(start) && start > 0 && start < 10_000 ? start : 1
}
