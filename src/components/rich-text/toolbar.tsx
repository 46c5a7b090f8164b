import { ImageIcon, LinkIcon } from '@navikt/aksel-icons'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { m } from '../../messages/messages.js'
import { ToolbarButton } from './toolbar-button.tsx'
import { otherTools, tableTools, textTools, type Tool } from './tools.tsx'
import styles from './editor.module.css'

interface ToolbarProps {
  ref: Ref<HTMLDivElement>
  editor: Editor
  /** Id of the text. */
  controls: string
  onLink: () => void
  onPickImages: () => void
}

/**
 * The tools above the text. One stop for the Tab key; the arrow keys move between the tools (ARIA
 * toolbar pattern), and Alt+F10 comes here from the text.
 */
export function Toolbar({ ref, editor, controls, onLink, onPickImages }: ToolbarProps) {
  const [current, setCurrent] = useState('')
  const on = useEditorState({ editor, selector: namesOfActive })
  const shownTableTools = on.includes('table') ? tableTools : []
  const isShown = [...textTools, linkTool, imageTool, ...otherTools, ...shownTableTools].some(
    (tool) => tool.name === current,
  )
  const stop = isShown ? current : textTools[0]?.name

  const button = (name: string, label: string, content: ReactNode, onUse: () => void, isOn?: boolean) => (
    <ToolbarButton
      key={name}
      label={label}
      isOn={isOn}
      isStop={name === stop}
      onFocus={() => setCurrent(name)}
      onUse={onUse}
    >
      {content}
    </ToolbarButton>
  )
  const command = (tool: Tool) =>
    button(
      tool.name,
      tool.label(),
      <>
        {typeof tool.icon === 'function' ? tool.icon() : tool.icon}
        {tool.text?.()}
      </>,
      () => tool.run(editor.chain().focus()).run(),
      tool.isOn && on.includes(tool.name),
    )

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
      {textTools.map(command)}
      {button(linkTool.name, m.parts_toolLink(), <LinkIcon aria-hidden />, onLink, on.includes('link'))}
      {button(imageTool.name, m.parts_toolImage(), <ImageIcon aria-hidden />, onPickImages)}
      {otherTools.map(command)}
      {shownTableTools.map(command)}
    </div>
  )
}

const linkTool = { name: 'link' }
const imageTool = { name: 'image' }

/** Names of the tools that are on at the cursor, and `table` when it stands in one. */
function namesOfActive({ editor }: { editor: Editor }): string[] {
  const names = textTools.filter((tool) => tool.isOn?.(editor)).map((tool) => tool.name)
  return [...names, ...['link', 'table'].filter((name) => editor.isActive(name))]
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
