import { ValidationMessage } from '@digdir/designsystemet-react'
import { useId, type ReactNode } from 'react'
import styles from './tiles.module.css'

interface TilesProps<Value extends string> {
  /** Id of the first radio button: what an error points at. */
  id?: string
  legend: ReactNode
  description?: string
  /** In the order shown. */
  options: readonly { value: Value; label: string; hint?: string }[]
  value: Value | null
  onChange: (value: Value) => void
  /** What is missing, in words. */
  error?: string | undefined
}

/** Labels of no more characters than this stand three in a row on a phone. */
const shortLabel = 10

/** One of a few, each a tile a thumb can hit. Radio buttons underneath, so the arrow keys work. */
export function Tiles<Value extends string>({
  id,
  legend,
  description,
  options,
  value,
  onChange,
  error,
}: TilesProps<Value>) {
  const name = useId()
  const describedBy = `${name}-description ${name}-error`
  return (
    <fieldset className={styles.field} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      {description !== undefined && (
        <p id={`${name}-description`} className={styles.description}>
          {description}
        </p>
      )}
      <div
        className={styles.tiles}
        data-short={options.every(({ label }) => label.length <= shortLabel) || undefined}
      >
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              className="ds-input"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <div id={`${name}-error`} className={styles.error}>
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </div>
    </fieldset>
  )
}
