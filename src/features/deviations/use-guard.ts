import {
  findInTexts,
  splitByAnswer,
  type SensitiveFinding,
} from '../../components/sensitive-content/guard.ts'
import { useSensitiveContent } from '../../components/sensitive-content/use-sensitive-content.ts'
import type { AcceptedFinding } from '#api/text/accepted-finding.ts'

/** Watches the texts of a form for identity numbers. */
export interface Guard {
  /** Id of the field of a text. */
  idOf: (target: string) => string
  findingsOf: (target: string) => SensitiveFinding[]
  accept: (finding: SensitiveFinding) => void
  /** What to send along; undefined when a number stops the form, whose field then has the focus. */
  check: () => Promise<AcceptedFinding[] | undefined>
}

/** The guard of a form. @param prefix begins the ids of its fields. @param texts by the API's names. */
export function useGuard(prefix: string, texts: Readonly<Record<string, string>>): Guard {
  const { open, accept, acceptedDigits } = useSensitiveContent(texts)
  const idOf = (target: string) => `${prefix}-${target}`
  return {
    idOf,
    findingsOf: (target) => open.filter((finding) => finding.target === target),
    accept,
    check: async () => {
      const found = splitByAnswer(await findInTexts(texts), acceptedDigits)
      const [first] = found.open
      if (first === undefined) return found.accepted
      document.getElementById(idOf(first.target))?.focus()
      return undefined
    },
  }
}
