import { useEffect, useState, type ComponentPropsWithRef } from 'react'
import styles from './attachments.module.css'

interface DropZoneProps extends ComponentPropsWithRef<'div'> {
  /** Files dropped on it, or pasted while the focus is in it. */
  onFiles: (files: File[]) => void
}

/**
 * Takes files dropped or pasted. It is an extra: what it holds has a button that does the same. A file that misses it is
 * not opened by the browser either, which would leave the page.
 */
export function DropZone({ onFiles, ...rest }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse, { signal })
    window.addEventListener('drop', refuse, { signal })
    return () => listening.abort()
  }, [])

  return (
    <div
      data-over={isOver || undefined}
      {...rest}
      className={[styles.zone, rest.className].filter(Boolean).join(' ')}
      onDragOver={(event) => {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        // Inside it the pointer moves from element to element.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        take(event, event.dataTransfer, onFiles)
      }}
      onPaste={(event) => take(event, event.clipboardData, onFiles)}
    />
  )
}

const carriesFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

function take(event: { preventDefault: () => void }, data: DataTransfer, onFiles: (files: File[]) => void) {
  const files = [...data.files]
  if (files.length === 0) return
  event.preventDefault()
  onFiles(files)
}
