import { lazy, Suspense, useEffect, useState } from 'react'
import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { m } from '../messages/messages.js'
import styles from './search-button.module.css'

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

const loadDialog = () => import('../features/search/search-dialog.tsx')
const SearchDialog = lazy(async () => ({ default: (await loadDialog()).SearchDialog }))

/** Opens search over everything, from the bar or with Ctrl K or ⌘K. The dialog is fetched when the page has come to rest. */
export function SearchButton({ isWide }: { isWide: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)

  function open() {
    setIsOpen(true)
    setWasOpened(true)
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || !(isApple ? event.metaKey : event.ctrlKey))
        return
      // In a text one writes, the same keys make a link.
      if (event.defaultPrevented) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-wide={isWide || undefined}
        aria-label={isWide ? undefined : m.app_searchAll()}
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        // What is typed at once must not wait for code. A file that cannot be fetched is reported when it is opened.
        onPointerEnter={() => void loadDialog().catch(() => undefined)}
        onFocus={() => void loadDialog().catch(() => undefined)}
        onClick={open}
      >
        <MagnifyingGlassIcon aria-hidden fontSize={isWide ? '1.25rem' : '1.5rem'} />
        {isWide && (
          <>
            <span className={styles.label}>{m.app_searchAll()}</span>
            <kbd aria-hidden="true">{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
          </>
        )}
      </button>
      {wasOpened && (
        <Suspense fallback={null}>
          <SearchDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
