import { Button } from '@digdir/designsystemet-react'
import type { Deviation } from '#api/deviations/contract.ts'
import { formatTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import styles from './case.module.css'

/** A text of a form with its name. */
export interface NamedText {
  name: string
  text: string
}

interface ConflictDialogProps {
  newer: Deviation
  mine: readonly NamedText[]
  theirs: readonly NamedText[]
  onChoose: (choice: 'mine' | 'newer') => void
}

/** Somebody else saved while this was written. Shows both; neither is lost before one chooses. */
export function ConflictDialog({ newer, mine, theirs, onChoose }: ConflictDialogProps) {
  return (
    <Modal
      isOpen
      title={m.deviation_conflictTitle({ time: formatTime(newer.lastModifiedDateTime) })}
      actions={
        <>
          <Button data-color="accent" onClick={() => onChoose('mine')}>
            {m.deviation_keepMine()}
          </Button>
          <Button variant="secondary" onClick={() => onChoose('newer')}>
            {m.deviation_takeNewer()}
          </Button>
        </>
      }
    >
      <p>{m.deviation_conflictWhat()}</p>
      <div className={styles.editions}>
        <Edition heading={m.deviation_mine()} texts={mine} />
        <Edition heading={m.deviation_newer()} texts={theirs} />
      </div>
    </Modal>
  )
}

function Edition({ heading, texts }: { heading: string; texts: readonly NamedText[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, also by keyboard
    <section aria-label={heading} tabIndex={0} className={styles.edition}>
      <h3>{heading}</h3>
      {texts.map(({ name, text }) => (
        <p key={name}>
          <strong>{name}</strong>
          <br />
          {text || '–'}
        </p>
      ))}
    </section>
  )
}
