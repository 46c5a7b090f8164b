import { Parser } from 'htmlparser2'

/** An element of a parsed HTML text. Names and attribute names are in lower case. */
export interface HtmlElement {
  name: string
  attributes: Record<string, string>
  children: HtmlNode[]
}

export type HtmlNode = HtmlElement | string

/** Longest HTML read, in characters; pictures may be written into it. */
const maxHtmlLength = 12_000_000
/**
 * Reading stops when there are more elements or text than this, or elements nested deeper than any mail
 * program makes.
 */
const maxElements = 60_000
const maxTextLength = 1_000_000
const maxNesting = 2000
/** Elements nested deeper than this become siblings, so that reading the tree can recurse. */
const maxDepth = 100
/** The parser is fed in pieces, so that it can be stopped. */
const pieceLength = 16_384

/** Nothing inside these is text to read. */
const ignored = new Set(
  `applet audio base button canvas datalist embed frame frameset iframe input link math meta noembed
  noframes noscript object param script select source style svg template textarea title track video xml`.split(
    /\s+/,
  ),
)

/** Parses HTML of any quality into a tree of bounded size and depth, without anything that is not content. */
export function parseHtml(html: string): { root: HtmlElement; isShortened: boolean } {
  const builder = newBuilder()
  const parser = new Parser({
    onopentag: (name, attributes) => openElement(builder, name, attributes),
    ontext: (text) => addText(builder, text),
    onclosetag: () => closeElement(builder),
  })
  const end = Math.min(html.length, maxHtmlLength)
  let position = 0
  for (; position < end && !isFull(builder); position += pieceLength) {
    parser.write(html.slice(position, Math.min(position + pieceLength, end)))
  }
  parser.end()
  return { root: builder.root, isShortened: position < html.length || isFull(builder) }
}

interface Builder {
  root: HtmlElement
  /**
   * The open elements, outermost first. `undefined` stands for one that is ignored, or too deep to be
   * nested.
   */
  open: (HtmlElement | undefined)[]
  /** The innermost open element that takes text. */
  current: HtmlElement
  /** How many of the open elements are ignored or inside one that is. */
  ignoredCount: number
  elements: number
  textLength: number
}

function newBuilder(): Builder {
  const root: HtmlElement = { name: 'root', attributes: {}, children: [] }
  return { root, open: [root], current: root, ignoredCount: 0, elements: 0, textLength: 0 }
}

function isFull({ elements, textLength, open }: Builder): boolean {
  return elements > maxElements || textLength > maxTextLength || open.length > maxNesting
}

function openElement(builder: Builder, name: string, attributes: Record<string, string>) {
  builder.elements++
  const isIgnored = builder.ignoredCount > 0 || ignored.has(name)
  if (isIgnored) builder.ignoredCount++
  const element: HtmlElement = { name, attributes, children: [] }
  const isNested = !isIgnored && builder.open.length < maxDepth
  builder.open.push(isNested ? element : undefined)
  if (!isIgnored) builder.current.children.push(element)
  if (isNested) builder.current = element
}

function addText(builder: Builder, text: string) {
  if (builder.ignoredCount > 0) return
  builder.textLength += text.length
  const { children } = builder.current
  const last = children.at(-1)
  if (typeof last === 'string') children[children.length - 1] = last + text
  else children.push(text)
}

/** The parser sees to it that each end belongs to the element opened last. */
function closeElement(builder: Builder) {
  const closed = builder.open.pop()
  if (builder.ignoredCount > 0) builder.ignoredCount--
  else if (closed !== undefined)
    builder.current = builder.open.findLast((element) => element !== undefined) ?? builder.root
}

export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string'

/** All text below a node, as it stands in the source. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** The elements below `element` with one of the names, at any depth. */
export function elementsBelow(element: HtmlElement, names: ReadonlySet<string>): HtmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(names.has(child.name) ? [child] : []), ...elementsBelow(child, names)])
}
