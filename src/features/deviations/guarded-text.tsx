import { Textfield } from '@digdir/designsystemet-react'
import { SensitiveContentWarning } from '../../components/sensitive-content/sensitive-content-warning.tsx'
import type { Guard } from './use-guard.ts'

interface GuardedTextProps {
  guard: Guard
  /** The API's name of the text. The id of the field is `<prefix>-<target>`. */
  target: string
  label: string
  description?: string
  value: string
  maxLength: number
  rows?: number
  error?: string | undefined
  onChange: (value: string) => void
}

/** A text where an identity number stops the form until it is taken out or answered for (features.md Q36). */
export function GuardedText({
  guard,
  target,
  label,
  description,
  value,
  maxLength,
  rows = 3,
  error,
  onChange,
}: GuardedTextProps) {
  const id = guard.idOf(target)
  return (
    <div>
      <Textfield
        id={id}
        label={label}
        description={description}
        multiline
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-describedby={`${id}-sensitive`}
        onChange={(event) => onChange(event.target.value)}
        error={error}
      />
      <SensitiveContentWarning
        id={`${id}-sensitive`}
        findings={guard.findingsOf(target)}
        onAccept={guard.accept}
      />
    </div>
  )
}
