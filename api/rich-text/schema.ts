import { type MarkSpec, type NodeSpec, Schema } from '@tiptap/pm/model'
import { safeHref } from '../text/safe-url.ts'

/** Largest colspan and rowspan: a table is drawn cell by cell, so a large span costs memory. */
const maxSpan = 20

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block' },
  blockquote: { content: 'block+', group: 'block', defining: true },
  bulletList: { content: 'listItem+', group: 'block list' },
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: { default: null, validate: check('language', orNull(isLanguage)) } },
  },
  hardBreak: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2, validate: check('level', isInteger(2, 4)) } },
  },
  horizontalRule: { group: 'block' },
  listItem: { content: 'paragraph block*', defining: true },
  orderedList: {
    content: 'listItem+',
    group: 'block list',
    attrs: { start: { default: 1, validate: check('start', isInteger(1, 9999)) } },
  },
  text: { group: 'inline' },
  table: { content: 'tableRow+', group: 'block', tableRole: 'table', isolating: true },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
  tableCell: { content: 'block+', tableRole: 'cell', isolating: true, attrs: cellAttributes() },
  tableHeader: { content: 'block+', tableRole: 'header_cell', isolating: true, attrs: cellAttributes() },
  image: {
    group: 'block',
    inline: false,
    draggable: true,
    attrs: {
      /** The file shown; never an address. */
      fileId: { validate: check('fileId', isUuid) },
      alt: { default: '', validate: check('alt', isAlternativeText) },
      width: { default: null, validate: check('width', orNull(isInteger(1, 20_000))) },
      height: { default: null, validate: check('height', orNull(isInteger(1, 20_000))) },
    },
  },
  mention: {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    attrs: {
      /** The person mentioned. */
      id: { validate: check('id', isUuid) },
      /** The name as it was when it was written, without the `@`. */
      label: { validate: check('label', isName) },
    },
  },
} satisfies Record<string, NodeSpec>

const marks = {
  link: { attrs: { href: { validate: check('href', isSafeHref) } } },
  bold: {},
  code: { excludes: '_', code: true },
  italic: {},
  strike: {},
} satisfies Record<string, MarkSpec>

/**
 * What a rich text document may consist of. Names and content expressions are those of the editor (Tiptap's
 * StarterKit, tables and mentions), so that what the editor makes always fits; every attribute has its own check,
 * because the library accepts any value without one.
 */
export const richTextSchema = new Schema({ nodes, marks })

const { doc, paragraph, bulletList, hardBreak, listItem, orderedList, text, mention } = nodes
const { link, bold, italic } = marks

/** What a short text may consist of, such as a comment: no headings, tables, pictures or code. */
export const shortTextSchema = new Schema({
  nodes: { doc, paragraph, bulletList, hardBreak, listItem, orderedList, text, mention },
  marks: { link, bold, italic },
})

function cellAttributes() {
  return {
    colspan: { default: 1, validate: check('colspan', isInteger(1, maxSpan)) },
    rowspan: { default: 1, validate: check('rowspan', isInteger(1, maxSpan)) },
    colwidth: { default: null, validate: check('colwidth', orNull(areColumnWidths)) },
  }
}

type Predicate = (value: unknown) => boolean

/** A ProseMirror attribute validator: it throws, and never repeats the value. */
function check(attribute: string, isValid: Predicate) {
  return (value: unknown) => {
    if (!isValid(value)) throw new RangeError(`Invalid value of the attribute ${attribute}`)
  }
}

function orNull(isValid: Predicate): Predicate {
  return (value) => value === null || isValid(value)
}

function isInteger(min: number, max: number): Predicate {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}

function isLanguage(value: unknown) {
  return typeof value === 'string' && /^[a-z0-9+-]{1,30}$/.test(value)
}

function isUuid(value: unknown) {
  return (
    typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)
  )
}

function isName(value: unknown) {
  return typeof value === 'string' && value.length <= 200 && value.trim() !== '' && !/\p{Cc}/u.test(value)
}

function isAlternativeText(value: unknown) {
  return typeof value === 'string' && value.length <= 300
}

/** One width in pixels for each column the cell spans; 0 is a column without a width of its own. */
function areColumnWidths(value: unknown) {
  return Array.isArray(value) && value.length <= maxSpan && value.every(isInteger(0, 10_000))
}

function isSafeHref(value: unknown) {
  return typeof value === 'string' && safeHref(value) === value
}
