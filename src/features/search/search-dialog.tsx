import { Dialog } from '@digdir/designsystemet-react'
import { XMarkIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { m } from '../../messages/messages.js'
import { SearchBox } from './search-box.tsx'
import styles from './search-dialog.module.css'

interface SearchDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** Search over everything, from any page: Ctrl K or ⌘K. On phones it fills the screen. */
export function SearchDialog({ isOpen, onClose }: SearchDialogProps) {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  return (
    <Dialog
      open={isOpen}
      closeButton={false}
      closedby="any"
      className={styles.dialog}
      aria-label={m.search_title()}
      onClose={onClose}
    >
      {/* Each time it is opened it begins anew. */}
      {isOpen && (
        <SearchBox
          viewer={viewer}
          onLeave={onClose}
          closeButton={
            <button type="button" className={styles.close} aria-label={m.search_close()} onClick={onClose}>
              <XMarkIcon aria-hidden fontSize="1.5rem" />
            </button>
          }
        />
      )}
    </Dialog>
  )
}
