import {
  ArrowRedoIcon,
  ArrowUndoIcon,
  BulletListIcon,
  ImageIcon,
  LinkIcon,
  NumberListIcon,
  TableIcon,
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
  run: (editor: Editor) => void
}

/** What tools open that ask for something first. */
export interface ToolActions {
  onLink: () => void
  onPickImages?: () => void
}

/** Something that is done to the text at once, and leaves the cursor in it. */
export const command = (change: (chain: ChainedCommands) => ChainedCommands) => (editor: Editor) => {
  change(editor.chain().focus()).run()
}

const bold: Tool = {
  name: 'bold',
  label: m.parts_toolBold,
  icon: () => <Letter>{m.parts_letterBold()}</Letter>,
  isOn: (editor) => editor.isActive('bold'),
  run: command((chain) => chain.toggleBold()),
}

const bulletList: Tool = {
  name: 'bulletList',
  label: m.parts_toolBulletList,
  icon: <BulletListIcon aria-hidden />,
  isOn: (editor) => editor.isActive('bulletList'),
  run: command((chain) => chain.toggleBulletList()),
}

/** Asks for the address first: `onLink` opens what asks. */
const link = (onLink: () => void): Tool => ({
  name: 'link',
  label: m.parts_toolLink,
  icon: <LinkIcon aria-hidden />,
  isOn: (editor) => editor.isActive('link'),
  run: onLink,
})

/** The tools of a short text. */
export const shortTextTools = ({ onLink }: ToolActions): readonly Tool[] => [bold, bulletList, link(onLink)]

/** The tools of a whole text, beside those of the table the cursor is in. */
export const textTools = ({ onLink, onPickImages }: ToolActions): readonly Tool[] => [
  heading(2, m.parts_toolHeading2),
  heading(3, m.parts_toolHeading3),
  bold,
  {
    name: 'italic',
    label: m.parts_toolItalic,
    icon: () => <Letter look="italic">{m.parts_letterItalic()}</Letter>,
    isOn: (editor) => editor.isActive('italic'),
    run: command((chain) => chain.toggleItalic()),
  },
  {
    name: 'strike',
    label: m.parts_toolStrike,
    icon: <Letter look="strike">S</Letter>,
    isOn: (editor) => editor.isActive('strike'),
    run: command((chain) => chain.toggleStrike()),
  },
  bulletList,
  {
    name: 'orderedList',
    label: m.parts_toolOrderedList,
    icon: <NumberListIcon aria-hidden />,
    isOn: (editor) => editor.isActive('orderedList'),
    run: command((chain) => chain.toggleOrderedList()),
  },
  {
    name: 'blockquote',
    label: m.parts_toolQuote,
    icon: <Letter>«»</Letter>,
    isOn: (editor) => editor.isActive('blockquote'),
    run: command((chain) => chain.toggleBlockquote()),
  },
  link(onLink),
  { name: 'image', label: m.parts_toolImage, icon: <ImageIcon aria-hidden />, run: () => onPickImages?.() },
  {
    name: 'table',
    label: m.parts_toolTable,
    icon: <TableIcon aria-hidden />,
    run: command((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })),
  },
  {
    name: 'undo',
    label: m.parts_toolUndo,
    icon: <ArrowUndoIcon aria-hidden />,
    run: command((chain) => chain.undo()),
  },
  {
    name: 'redo',
    label: m.parts_toolRedo,
    icon: <ArrowRedoIcon aria-hidden />,
    run: command((chain) => chain.redo()),
  },
]

function heading(level: 2 | 3, label: () => string): Tool {
  return {
    name: `heading${level}`,
    label,
    icon: <Letter>{`H${level}`}</Letter>,
    isOn: (editor) => editor.isActive('heading', { level }),
    run: command((chain) => chain.toggleHeading({ level })),
  }
}

function Letter({ look, children }: { look?: 'italic' | 'strike'; children: string }) {
  return (
    <span aria-hidden className={styles.letter} data-look={look}>
      {children}
    </span>
  )
}
