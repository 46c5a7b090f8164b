import { m } from '../../messages/messages.js'
import styles from './search-dialog.module.css'

/** Which keys do what, and what is not shown. */
export function SearchFooter({ isActive, canSearch }: { isActive: boolean; canSearch: boolean }) {
  return (
    <div className={styles.footer}>
      <span className={styles.keys} aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {m.search_keyChoose()}
        {(isActive || canSearch) && (
          <>
            {' '}
            <kbd>Enter</kbd> {isActive ? m.search_keyOpen() : m.search_keyAll()}
          </>
        )}
      </span>
      <span>{m.search_onlyYours()}</span>
    </div>
  )
}
