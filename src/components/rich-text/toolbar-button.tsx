import { Button } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import styles from './editor.module.css'

interface ToolbarButtonProps {
  label: string
  /** For tools that are on or off. */
  isOn: boolean | undefined
  /** The one tool the Tab key stops at. */
  isStop: boolean
  onFocus: () => void
  onUse: () => void
  children: ReactNode
}

/** One tool. Does not take the focus from the text when it is clicked. */
export function ToolbarButton({ label, isOn, isStop, onFocus, onUse, children }: ToolbarButtonProps) {
  return (
    <Button
      type="button"
      variant="tertiary"
      data-color="neutral"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </Button>
  )
}
