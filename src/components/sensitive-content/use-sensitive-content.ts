import { useEffect, useState } from 'react'
import { findInTexts, splitByAnswer, type SensitiveFinding } from './guard.ts'

/** How long a text rests before it is looked through, in milliseconds. */
const rest = 400

/**
 * Watches the texts of a form for identity numbers. The author's answers are kept for as long as the form is
 * open and follow the number, not its place, since the text around it moves.
 */
export function useSensitiveContent(texts: Readonly<Record<string, string>>) {
  const [findings, setFindings] = useState<SensitiveFinding[]>([])
  const [acceptedDigits, setAcceptedDigits] = useState<ReadonlySet<string>>(new Set())
  const key = JSON.stringify(texts)

  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      // `key` is the texts themselves; what was written is what is read back.
      const current = JSON.parse(key) as Record<string, string>
      void findInTexts(current).then((found) => {
        if (isCurrent) setFindings(found)
      })
    }, rest)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key])

  return {
    /** Findings the author has not answered. */
    open: splitByAnswer(findings, acceptedDigits).open,
    /** «This is not an identity number.» */
    accept: (finding: SensitiveFinding) => setAcceptedDigits((all) => new Set(all).add(finding.digits)),
    /** The numbers answered for, as digits. */
    acceptedDigits,
  }
}
