import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { useState, type KeyboardEvent, type Ref } from 'react'
import { m } from '../../messages/messages.js'
import { tableTools } from './table-tools.tsx'
import { ToolbarButton } from './toolbar-button.tsx'
import type { Tool, ToolActions } from './tools.tsx'
import styles from './editor.module.css'

interface ToolbarProps extends ToolActions {
  ref?: Ref<HTMLDivElement>
  editor: Editor
  /** Id of the text. */
  controls: string
  /** In the order shown; those of a table come last, while the cursor is in one. */
  tools: (actions: ToolActions) => readonly Tool[]
}

/**
 * The tools beside the text. One stop for the Tab key; the arrow keys move between the tools (ARIA
 * toolbar pattern), and Alt+F10 comes here from the text.
 */
export function Toolbar({ ref, editor, controls, tools, onLink, onPickImages }: ToolbarProps) {
  const ownTools = tools({ onLink, onPickImages })
  const [current, setCurrent] = useState('')
  const { on, isInTable } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      on: [...ownTools, ...tableTools].filter((tool) => tool.isOn?.(editor)).map((tool) => tool.name),
      isInTable: editor.isActive('table'),
    }),
  })
  const shown = isInTable ? [...ownTools, ...tableTools] : ownTools
  const stop = shown.find((tool) => tool.name === current) ?? shown[0]

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tools inside take the focus
    <div
      ref={ref}
      className={styles.toolbar}
      role="toolbar"
      aria-label={m.parts_toolbarLabel()}
      aria-controls={controls}
      onKeyDown={moveFocus}
    >
      {shown.map((tool) => (
        <ToolbarButton
          key={tool.name}
          label={tool.label()}
          isOn={tool.isOn && on.includes(tool.name)}
          isStop={tool === stop}
          onFocus={() => setCurrent(tool.name)}
          onUse={() => tool.run(editor)}
        >
          {typeof tool.icon === 'function' ? tool.icon() : tool.icon}
          {tool.text?.()}
        </ToolbarButton>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const index = buttons.findIndex((button) => button === document.activeElement)
  const next = nextIndex(event.key, index, buttons.length)
  if (next === undefined) return
  event.preventDefault()
  buttons[next]?.focus()
}

/** Which tool a key goes to; undefined when the key is not for moving. */
function nextIndex(key: string, index: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % length
  if (key === 'ArrowLeft') return (index - 1 + length) % length
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return undefined
}
