import { useEffect, useState } from 'react'
import { readSaved, writeSaved } from '../../lib/saved.ts'
import type { MarkingStyle } from '../rich-text/extensions/text-marking.ts'
import type { CheckedField, PlacedFinding } from './checked-field.ts'

const savedAs = 'tunet.plainLanguageMarks'

const styles: Record<PlacedFinding['kind'], MarkingStyle> = {
  longSentence: 'broad',
  officialese: 'wavy',
  passive: 'dotted',
}

/** Underlines the findings in the rich texts while the author wants it. The choice is kept in this browser. */
export function useTextMarks(fields: readonly CheckedField[], findings: readonly PlacedFinding[]) {
  const [isMarked, setMarked] = useState(() => readSaved(savedAs) === 'on')

  useEffect(() => {
    for (const field of fields) {
      if (!('document' in field)) continue
      const own = isMarked ? findings.filter((finding) => finding.field === field.name) : []
      field.editor?.mark(own.map((finding) => ({ ...finding, style: styles[finding.kind] })))
    }
  }, [fields, findings, isMarked])

  return {
    isMarked,
    setMarked: (next: boolean) => {
      writeSaved(savedAs, next ? 'on' : undefined)
      setMarked(next)
    },
  }
}
