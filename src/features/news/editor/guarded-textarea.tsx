import { Textfield } from '@digdir/designsystemet-react'
import { useEffect } from 'react'
import { maxNoteLength } from '#api/news-posts/contract.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'

interface GuardedTextareaProps {
  id: string
  label: string
  description?: string
  value: string
  error?: string
  onChange: (value: string) => void
  /** Whether what looks like an identity number is in it, and has not been answered for. */
  onSensitive: (isSensitive: boolean) => void
}

/** A short text to a colleague or to the readers, watched for identity numbers. */
export function GuardedTextarea({ id, value, onChange, onSensitive, ...field }: GuardedTextareaProps) {
  const { open, accept } = useSensitiveContent({ [id]: value })
  const isSensitive = open.length > 0
  useEffect(() => onSensitive(isSensitive), [isSensitive, onSensitive])
  return (
    <div>
      <Textfield
        {...field}
        id={id}
        multiline
        rows={3}
        maxLength={maxNoteLength}
        value={value}
        aria-describedby={`${id}-sensitive`}
        onChange={(event) => onChange(event.target.value)}
      />
      <SensitiveContentWarning id={`${id}-sensitive`} findings={open} onAccept={accept} />
    </div>
  )
}
