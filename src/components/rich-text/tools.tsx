import {
  ArrowRedoIcon,
  ArrowUndoIcon,
  BulletListIcon,
  MinusIcon,
  NumberListIcon,
  PlusIcon,
  TableIcon,
  TrashIcon,
} from '@navikt/aksel-icons'
import type { ChainedCommands, Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import styles from './editor.module.css'

/** Something that can be done with the text. */
export interface Tool {
  name: string
  label: () => string
  icon: ReactNode | (() => ReactNode)
  /** Shown beside the icon, where the icon alone does not say enough. */
  text?: () => string
  /** For tools that are on or off at the place of the cursor. */
  isOn?: (editor: Editor) => boolean
  run: (chain: ChainedCommands) => ChainedCommands
}

/** Tools that are always there. Links and pictures have their own buttons: they ask for something first. */
export const textTools: readonly Tool[] = [
  heading(2, m.parts_toolHeading2),
  heading(3, m.parts_toolHeading3),
  {
    name: 'bold',
    label: m.parts_toolBold,
    icon: () => <Letter>{m.parts_letterBold()}</Letter>,
    isOn: (editor) => editor.isActive('bold'),
    run: (chain) => chain.toggleBold(),
  },
  {
    name: 'italic',
    label: m.parts_toolItalic,
    icon: () => <Letter look="italic">{m.parts_letterItalic()}</Letter>,
    isOn: (editor) => editor.isActive('italic'),
    run: (chain) => chain.toggleItalic(),
  },
  {
    name: 'strike',
    label: m.parts_toolStrike,
    icon: <Letter look="strike">S</Letter>,
    isOn: (editor) => editor.isActive('strike'),
    run: (chain) => chain.toggleStrike(),
  },
  {
    name: 'bulletList',
    label: m.parts_toolBulletList,
    icon: <BulletListIcon aria-hidden />,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (chain) => chain.toggleBulletList(),
  },
  {
    name: 'orderedList',
    label: m.parts_toolOrderedList,
    icon: <NumberListIcon aria-hidden />,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (chain) => chain.toggleOrderedList(),
  },
  {
    name: 'blockquote',
    label: m.parts_toolQuote,
    icon: <Letter>«»</Letter>,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (chain) => chain.toggleBlockquote(),
  },
]

export const otherTools: readonly Tool[] = [
  {
    name: 'table',
    label: m.parts_toolTable,
    icon: <TableIcon aria-hidden />,
    run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
  {
    name: 'undo',
    label: m.parts_toolUndo,
    icon: <ArrowUndoIcon aria-hidden />,
    run: (chain) => chain.undo(),
  },
  {
    name: 'redo',
    label: m.parts_toolRedo,
    icon: <ArrowRedoIcon aria-hidden />,
    run: (chain) => chain.redo(),
  },
]

/** Tools for the table the cursor is in. */
export const tableTools: readonly Tool[] = [
  {
    name: 'addRow',
    label: m.parts_toolAddRow,
    icon: <PlusIcon aria-hidden />,
    text: m.parts_tableRow,
    run: (chain) => chain.addRowAfter(),
  },
  {
    name: 'deleteRow',
    label: m.parts_toolDeleteRow,
    icon: <MinusIcon aria-hidden />,
    text: m.parts_tableRow,
    run: (chain) => chain.deleteRow(),
  },
  {
    name: 'addColumn',
    label: m.parts_toolAddColumn,
    icon: <PlusIcon aria-hidden />,
    text: m.parts_tableColumn,
    run: (chain) => chain.addColumnAfter(),
  },
  {
    name: 'deleteColumn',
    label: m.parts_toolDeleteColumn,
    icon: <MinusIcon aria-hidden />,
    text: m.parts_tableColumn,
    run: (chain) => chain.deleteColumn(),
  },
  {
    name: 'deleteTable',
    label: m.parts_toolDeleteTable,
    icon: <TrashIcon aria-hidden />,
    text: m.parts_table,
    run: (chain) => chain.deleteTable(),
  },
]

function heading(level: 2 | 3, label: () => string): Tool {
  return {
    name: `heading${level}`,
    label,
    icon: <Letter>{`H${level}`}</Letter>,
    isOn: (editor) => editor.isActive('heading', { level }),
    run: (chain) => chain.toggleHeading({ level }),
  }
}

function Letter({ look, children }: { look?: 'italic' | 'strike'; children: string }) {
  return (
    <span aria-hidden className={styles.letter} data-look={look}>
      {children}
    </span>
  )
}
