import type { RichTextDocument, RichTextMark, RichTextNode } from '#api/rich-text/contract.ts'
import { demoPeople } from '../demo-people.ts'

/**
 * Rich text from the few signs the seed's texts are written with. Blocks are separated by an empty line:
 * `## ` heading, `### ` smaller heading, lines with `- ` or `1. ` lists, `> ` quotation, lines with `|` a table whose
 * first row is its heading, anything else a paragraph. Inside: `**bold**`, `[text](address)`, `@kari.nilsen` for a demo
 * person.
 */
export function richText(source: string): RichTextDocument {
  const blocks = source
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()))
  return { type: 'doc', content: blocks.map(blockNode) }
}

function blockNode(lines: string[]): RichTextNode {
  const first = lines[0] ?? ''
  const heading = /^(##+) (.+)$/.exec(first)
  if (heading)
    return { type: 'heading', attrs: { level: heading[1]?.length }, content: inline(heading[2] ?? '') }
  if (first.startsWith('- '))
    return { type: 'bulletList', content: lines.map((line) => listItem(line.slice(2))) }
  if (/^\d+\. /.test(first))
    return {
      type: 'orderedList',
      attrs: { start: Number.parseInt(first) },
      content: lines.map((line) => listItem(line.replace(/^\d+\. /, ''))),
    }
  if (first.startsWith('> '))
    return { type: 'blockquote', content: [paragraph(lines.map((line) => line.slice(2)).join(' '))] }
  if (first.startsWith('|')) return { type: 'table', content: lines.map(tableRow) }
  return paragraph(lines.join(' '))
}

const paragraph = (text: string): RichTextNode => ({ type: 'paragraph', content: inline(text) })

const listItem = (text: string): RichTextNode => ({ type: 'listItem', content: [paragraph(text)] })

function tableRow(line: string, row: number): RichTextNode {
  const cells = line.replace(/^\||\|$/g, '').split('|')
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [paragraph(cell.trim())],
    })),
  }
}

const marked = /\*\*(.+?)\*\*|\[(.+?)\]\((.+?)\)|(?<!\S)@([a-z]+\.[a-z]+)/g

function inline(text: string): RichTextNode[] {
  const nodes: RichTextNode[] = []
  let end = 0
  for (const match of text.matchAll(marked)) {
    const [all, bold, label, href, person] = match
    nodes.push(...textNode(text.slice(end, match.index)))
    if (person) nodes.push(mention(person))
    else
      nodes.push(
        ...textNode(bold ?? label ?? '', bold ? { type: 'bold' } : { type: 'link', attrs: { href } }),
      )
    end = match.index + all.length
  }
  return [...nodes, ...textNode(text.slice(end))]
}

function mention(key: string): RichTextNode {
  const person = demoPeople.find((demo) => demo.key === key)
  if (!person) throw new RangeError(`Nobody is called ${key}.`)
  return { type: 'mention', attrs: { id: person.id, label: person.displayName } }
}

const textNode = (text: string, mark?: RichTextMark): RichTextNode[] =>
  text === '' ? [] : [{ type: 'text', ...(mark && { marks: [mark] }), text }]
