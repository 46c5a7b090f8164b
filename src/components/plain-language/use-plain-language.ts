import { useEffect, useRef, useState } from 'react'
import { type CheckedField, isSameField } from './checked-field.ts'
import type { FieldsReport } from './read-fields.ts'

/** How long the texts rest before they are read, in milliseconds. */
const rest = 400

const nothingRead: FieldsReport & { fields: readonly CheckedField[] } = {
  lix: undefined,
  findings: [],
  fields: [],
}

/**
 * Reads the texts of a form once nobody has written for a while, so that it never stands in the way of typing.
 * @returns the last report with the fields it is about, and `hurry`: the next change is read at once.
 */
export function usePlainLanguage(fields: readonly CheckedField[]) {
  const [report, setReport] = useState(nothingRead)
  const isHurried = useRef(false)

  useEffect(() => {
    const isRead =
      fields.length === report.fields.length &&
      fields.every((field, index) => isSameField(field, report.fields[index]))
    if (isRead) return undefined
    let isCurrent = true
    const read = async () => {
      const { readFields } = await import('./read-fields.ts')
      if (!isCurrent) return
      isHurried.current = false
      setReport({ ...readFields(fields), fields })
    }
    const timer = setTimeout(() => void read(), isHurried.current ? 0 : rest)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [fields, report])

  return { report, hurry: () => void (isHurried.current = true) }
}
