import type { ReactNode } from 'react'
import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { FileImage } from './file-image.tsx'
import { integer } from './node-attributes.ts'
import { ViewerTable } from './viewer-table.tsx'
import { renderRuns, renderText } from './viewer-runs.tsx'
import styles from './document.module.css'

/**
 * A rich text document as React elements. Draws the nodes and marks it knows and nothing else; text is
 * only ever text, and every link passes `safeHref`. Text with the mark `inserted` or `deleted` is shown as
 * such, for comparing versions; documents of the API never have these marks.
 */
export function RichTextViewer({ document }: { document: RichTextDocument }) {
  return <div className={styles.document}>{renderNodes(document.content)}</div>
}

function renderNodes(nodes: RichTextNode[] = []): ReactNode {
  return renderRuns(nodes, renderNode)
}

function renderNode(node: RichTextNode): ReactNode {
  const children = () => renderNodes(node.content)
  switch (node.type) {
    case 'text':
      return renderText(node)
    case 'paragraph':
      return <p>{children()}</p>
    case 'heading':
      return renderHeading(node.attrs?.level, children())
    case 'bulletList':
      return <ul>{children()}</ul>
    case 'orderedList':
      return <ol start={integer(node.attrs?.start)}>{children()}</ol>
    case 'listItem':
      return <li>{children()}</li>
    case 'blockquote':
      return <blockquote>{children()}</blockquote>
    case 'codeBlock':
      return (
        <pre>
          <code>{children()}</code>
        </pre>
      )
    case 'horizontalRule':
      return <hr />
    case 'hardBreak':
      return <br />
    case 'table':
      return <ViewerTable table={node} renderContent={renderNodes} />
    case 'mention':
      return renderMention(node)
    case 'image':
      return renderImage(node)
    default:
      return null
  }
}

function renderHeading(level: unknown, children: ReactNode): ReactNode {
  if (level === 3) return <h3>{children}</h3>
  if (level === 4) return <h4>{children}</h4>
  return <h2>{children}</h2>
}

/** A person named in the text. `bdi` keeps the letters of one name from turning those around it. */
function renderMention({ attrs }: RichTextNode): ReactNode {
  if (typeof attrs?.label !== 'string') return null
  return <bdi data-mention="">@{attrs.label}</bdi>
}

function renderImage({ attrs }: RichTextNode): ReactNode {
  if (typeof attrs?.fileId !== 'string') return null
  return (
    <FileImage
      fileId={attrs.fileId}
      alt={typeof attrs.alt === 'string' ? attrs.alt : ''}
      width={integer(attrs.width)}
      height={integer(attrs.height)}
    />
  )
}
