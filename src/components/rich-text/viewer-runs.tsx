import { Fragment, type ReactNode } from 'react'
import type { RichTextMark, RichTextNode } from '#api/rich-text/contract.ts'
import { safeHref } from '#api/text/safe-url.ts'
import { m } from '../../messages/messages.js'
import styles from './document.module.css'

/** Draws sibling nodes, each with `draw`; neighbours that share a change or a link share its element. */
export function renderRuns(nodes: RichTextNode[], draw: (node: RichTextNode) => ReactNode): ReactNode {
  // A document is drawn whole, never edited here, so the place of a node is its key.
  return runsBy(nodes, changeOf).map((changed, index) => (
    <Change key={index} kind={changed.key}>
      {runsBy(changed.nodes, linkOf).map((linked, place) => (
        <Linked key={place} href={linked.key}>
          {linked.nodes.map((node, nodePlace) => (
            <Fragment key={nodePlace}>{draw(node)}</Fragment>
          ))}
        </Linked>
      ))}
    </Change>
  ))
}

/** The text of a node inside the elements of its marks; the marks of `renderRuns` are drawn there. */
export function renderText(node: RichTextNode): ReactNode {
  return (node.marks ?? []).reduceRight<ReactNode>(renderMark, node.text)
}

interface Run<Key> {
  key: Key | undefined
  nodes: RichTextNode[]
}

/** Neighbours with the same key, so that a link with a bold word in it is one link and not three. */
function runsBy<Key>(nodes: RichTextNode[], keyOf: (node: RichTextNode) => Key | undefined): Run<Key>[] {
  const runs: Run<Key>[] = []
  for (const node of nodes) {
    const key = keyOf(node)
    const last = runs.at(-1)
    if (last !== undefined && last.key === key) last.nodes.push(node)
    else runs.push({ key, nodes: [node] })
  }
  return runs
}

type ChangeKind = 'inserted' | 'deleted'

/** Nodes that stand where `ins` and `del` may stand too: a row or a list item does not. */
const changeable = new Set(['text', 'mention', 'hardBreak', 'image'])

/** How a node differs from an earlier version. Only made for showing versions; the API accepts no such mark. */
function changeOf(node: RichTextNode): ChangeKind | undefined {
  if (!changeable.has(node.type)) return undefined
  const kinds = node.marks?.map((mark) => mark.type) ?? []
  if (kinds.includes('inserted')) return 'inserted'
  return kinds.includes('deleted') ? 'deleted' : undefined
}

/** Where a node links to; undefined when it does not, or when the address is not a safe one. */
function linkOf(node: RichTextNode): string | undefined {
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href
  return typeof href === 'string' ? safeHref(href) : undefined
}

/** Screen readers say nothing of `ins` and `del`, so a hidden word does. */
function Change({ kind, children }: { kind: ChangeKind | undefined; children: ReactNode }) {
  if (kind === undefined) return children
  const Element = kind === 'inserted' ? 'ins' : 'del'
  return (
    <Element className={styles.change}>
      <span className="ds-sr-only">
        {kind === 'inserted' ? m.parts_changeInserted() : m.parts_changeDeleted()}{' '}
      </span>
      {children}
    </Element>
  )
}

function Linked({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children
  return (
    <a href={href} rel="noopener noreferrer">
      {children}
    </a>
  )
}

function renderMark(children: ReactNode, mark: RichTextMark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'strike':
      return <s>{children}</s>
    case 'code':
      return <code>{children}</code>
    default:
      return children
  }
}
