import { useEffect, useRef, useState } from 'react'
import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { Form, useLocation, useNavigate, useSearchParams } from 'react-router'
import { paths } from '../lib/paths.ts'
import { m } from '../messages/messages.js'
import styles from './search-form.module.css'

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** Search over news, always at hand: in the bar on wide screens, behind a button on phones, and Ctrl K or ⌘K. */
export function SearchForm({ isWide }: { isWide: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const isShown = isWide || isOpen

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || !(isApple ? event.metaKey : event.ctrlKey))
        return
      event.preventDefault()
      setIsOpen(true)
      input.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  useEffect(() => {
    if (isOpen) input.current?.focus()
  }, [isOpen])

  return (
    <>
      {!isWide && (
        <button
          type="button"
          className={styles.toggle}
          aria-label={m.app_searchNews()}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <MagnifyingGlassIcon aria-hidden fontSize="1.5rem" />
        </button>
      )}
      {isShown && <SearchField inputRef={input} isWide={isWide} onDone={() => setIsOpen(false)} />}
    </>
  )
}

interface SearchFieldProps {
  inputRef: React.RefObject<HTMLInputElement | null>
  isWide: boolean
  onDone: () => void
}

function SearchField({ inputRef, isWide, onDone }: SearchFieldProps) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [searchParams] = useSearchParams()
  const searched = pathname === paths.home() ? (searchParams.get('q') ?? '') : ''

  return (
    <Form
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- browsers from before 2023 do not know <search>
      role="search"
      className={styles.form}
      action={paths.home()}
      onSubmit={(event) => {
        event.preventDefault()
        void navigate(paths.home({ q: inputRef.current?.value.trim() }))
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" className={styles.icon} />
      <input
        key={searched}
        ref={inputRef}
        type="search"
        name="q"
        className={styles.input}
        defaultValue={searched}
        aria-label={m.app_searchNews()}
        placeholder={m.app_searchNews()}
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        enterKeyHint="search"
        autoComplete="off"
      />
      {isWide && <kbd aria-hidden="true">{isApple ? '⌘ K' : 'Ctrl K'}</kbd>}
      {!isWide && (
        <button type="submit" className={styles.submit}>
          {m.app_search()}
        </button>
      )}
    </Form>
  )
}
