import { useEffect, useRef, useState } from 'react'
import { Button } from '@digdir/designsystemet-react'
import type { OpenedInfoScreen } from '#api/info-screens/contract.ts'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import styles from './screens.module.css'

interface ScreenAddressProps {
  screen: OpenedInfoScreen
  onDone: () => void
}

/** The address of a screen, the only time it is shown. */
export function ScreenAddress({ screen, onDone }: ScreenAddressProps) {
  const [outcome, setOutcome] = useState('')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus()
  }, [screen.screenUrl])

  async function copy() {
    try {
      await navigator.clipboard.writeText(screen.screenUrl)
      setOutcome(m.newsScreen_copied())
    } catch {
      setOutcome(m.newsScreen_copyFailed())
    }
  }

  return (
    <div ref={place} tabIndex={-1} className={styles.address}>
      <Yard title={m.newsScreen_addressTitle({ name: screen.name })}>
        <p>{m.newsScreen_addressWhat()}</p>
        <p className={styles.url}>{screen.screenUrl}</p>
        <div className={styles.actions}>
          <Button onClick={() => void copy()}>{m.newsScreen_copy()}</Button>
          <a
            href={screen.screenUrl}
            target="_blank"
            rel="noreferrer"
            className="ds-button"
            data-variant="secondary"
          >
            {m.newsScreen_open()}
          </a>
          <Button variant="tertiary" onClick={onDone}>
            {m.newsScreen_done()}
          </Button>
        </div>
        <output>{outcome}</output>
      </Yard>
    </div>
  )
}
