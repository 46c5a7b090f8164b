import { ArrowUndoIcon, XMarkIcon } from '@navikt/aksel-icons'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocale } from '../lib/locale.ts'
import { useIsOnline } from '../lib/online.ts'
import { m } from '../messages/messages.js'
import type { UndoNotice as Notice } from './undo-offers.ts'
import styles from './undo.module.css'
import { useCountdown } from './use-countdown.ts'

/** How long something can be undone, and how long it is said that it was, in milliseconds. */
const times = { open: 10_000, undone: 4000 }

interface UndoNoticeProps {
  notice: Notice | undefined
  onAct: () => void
  onClose: () => void
}

/** The line at the bottom of the page: what was done, «Angre», and a way to be rid of it. */
export function UndoNotice({ notice, onAct, onClose }: UndoNoticeProps) {
  useLocale()
  const isOnline = useIsOnline()
  const [isHovered, setHovered] = useState(false)
  /** Key of the notice that has the focus. */
  const [focusedKey, setFocusedKey] = useState<number>()
  const hasFocus = useRef(false)
  const cameFrom = useRef<Element>(undefined)
  const phase = notice?.phase
  const time = phase === 'open' || phase === 'undone' ? times[phase] : undefined
  const hasButtons = phase === 'open' || phase === 'busy' || phase === 'failed'
  const isHeld = isHovered || (hasButtons && focusedKey === notice?.key)
  useCountdown(`${notice?.key} ${phase}`, isHeld ? undefined : time, onClose)
  useShortcuts(phase, onAct, onClose)

  // The buttons go away with the focus: it returns to where the person came from.
  useEffect(() => {
    if (hasButtons || !hasFocus.current) return
    hasFocus.current = false
    const { current: place } = cameFrom
    const target = place?.isConnected ? place : document.querySelector('main')
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  }, [hasButtons])

  return (
    <div
      className={styles.place}
      data-shown={notice !== undefined || undefined}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
        hasFocus.current = true
        setFocusedKey(notice?.key)
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hasFocus.current = currentTarget.contains(relatedTarget)
        if (!hasFocus.current) setFocusedKey(undefined)
      }}
    >
      <div className={styles.text}>
        <output>{phase === 'undone' ? m.ui_undone() : phase !== 'failed' && notice?.text}</output>
        <span role="alert">
          {phase === 'failed' && (isOnline ? m.ui_undoFailed() : m.ui_undoFailedOffline())}
        </span>
      </div>
      {hasButtons && (
        <>
          <button
            type="button"
            className={styles.act}
            aria-busy={phase === 'busy'}
            aria-keyshortcuts={phase === 'open' ? 'Control+Z Meta+Z' : undefined}
            onClick={onAct}
          >
            <ArrowUndoIcon aria-hidden />
            {phase === 'failed' ? m.ui_tryAgain() : m.ui_undo()}
          </button>
          <button type="button" className={styles.close} aria-label={m.ui_undoClose()} onClick={onClose}>
            <XMarkIcon aria-hidden />
          </button>
        </>
      )}
    </div>
  )
}

/** Ctrl+Z or ⌘Z undoes and Escape hides, unless the key means something where the focus is. */
function useShortcuts(phase: Notice['phase'] | undefined, onAct: () => void, onClose: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    if (event.key === 'Escape' && phase !== 'busy') onClose()
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
    if (isUndo && phase === 'open' && !isTextField(document.activeElement)) {
      event.preventDefault()
      onAct()
    }
  })
  const isShown = phase !== undefined
  useEffect(() => {
    if (!isShown) return
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [isShown])
}

const buttonTypes = ['button', 'submit', 'reset', 'checkbox', 'radio', 'range', 'color', 'file', 'image']

/** Whether the element has an undo of its own: what is typed in it. */
function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !buttonTypes.includes(element.type)
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLElement && element.isContentEditable
}
