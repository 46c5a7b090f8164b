import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { useId, type Ref } from 'react'
import { m } from '../../../messages/messages.js'
import styles from './find-page.module.css'

interface FindFieldProps {
  ref: Ref<HTMLInputElement>
  text: string
  onChange: (text: string) => void
  /** The arrow down or Enter was pressed: on to the hits. */
  onLeave: () => void
}

/** The one field one finds colleagues with. */
export function FindField({ ref, text, onChange, onLeave }: FindFieldProps) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- browsers from before 2023 do not know <search>
    <div role="search" className={styles.search}>
      <label htmlFor={id}>{m.colleagues_fieldLabel()}</label>
      <div className={styles.field}>
        <MagnifyingGlassIcon aria-hidden fontSize="1.5rem" />
        <input
          ref={ref}
          id={id}
          type="search"
          value={text}
          aria-describedby={`${id}-keys`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            onLeave()
          }}
        />
      </div>
      <span id={`${id}-keys`} className="ds-sr-only">
        {m.colleagues_fieldKeys()}
      </span>
    </div>
  )
}
