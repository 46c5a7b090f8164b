import { Switch } from '@digdir/designsystemet-react'
import { useEffect, useRef, useState } from 'react'
import type { HeavyExpression } from '#api/text/plain-language.ts'
import { m } from '../../messages/messages.js'
import { Sheet } from '../../ui/sheet.tsx'
import { type CheckedField, type PlacedFinding, replaceFindings, showFinding } from './checked-field.ts'
import { groupFindings } from './group-findings.ts'
import { HeavyExpressions } from './heavy-expressions.tsx'
import { LongSentences } from './long-sentences.tsx'
import { PassiveHints } from './passive-hints.tsx'
import { ReadabilityLine } from './readability-line.tsx'
import { usePlainLanguage } from './use-plain-language.ts'
import { useTextMarks } from './use-text-marks.ts'
import styles from './plain-language.module.css'

interface PlainLanguagePanelProps {
  /** The texts of the form, in the order one reads them. */
  fields: readonly CheckedField[]
}

/**
 * Says how plain a text is while it is written: its LIX, long sentences, heavy words with lighter ones to change
 * them for, and verbs that hide who acts. It advises and never stops anyone; without a word it draws nothing.
 * A replacement is taken back with the undo of the field itself.
 */
export function PlainLanguagePanel({ fields }: PlainLanguagePanelProps) {
  const { report, hurry } = usePlainLanguage(fields)
  const { isMarked, setMarked } = useTextMarks(report.fields, report.findings)
  const [announcement, setAnnouncement] = useState('')
  const { title, list, keepRow } = useFocusInList(report)

  if (report.lix === undefined) return null
  const { longSentences, heavy, passive } = groupFindings(report.findings)
  const show = (finding: PlacedFinding) => showFinding(report.fields, finding)

  function replace(findings: readonly PlacedFinding<HeavyExpression>[]) {
    const [first] = findings
    if (first === undefined) return
    keepRow()
    hurry()
    replaceFindings(report.fields, findings)
    const names = { from: first.text, to: first.replacement }
    setAnnouncement(
      findings.length === 1
        ? m.plain_replaced(names)
        : m.plain_replacedAll({ ...names, count: findings.length }),
    )
  }

  return (
    <Sheet aria-labelledby="plain-language-title" className={styles.panel}>
      <div>
        <div className={styles.head}>
          <h2 id="plain-language-title" ref={title} tabIndex={-1}>
            {m.plain_title()}
          </h2>
          <p className={styles.lix}>{m.plain_lix({ lix: report.lix })}</p>
        </div>
        <ReadabilityLine lix={report.lix} />
      </div>
      <LongSentences sentences={longSentences} onShow={show} />
      <div ref={list} className={styles.replacements}>
        <HeavyExpressions groups={heavy} onShow={show} onReplace={replace} />
      </div>
      <PassiveHints groups={passive} onShow={show} />
      {report.findings.length === 0 && <p className={styles.calm}>{m.plain_nothing()}</p>}
      {fields.some((field) => 'document' in field) && (
        <Switch
          label={m.plain_mark()}
          checked={isMarked}
          onChange={(event) => setMarked(event.target.checked)}
        />
      )}
      <output className="ds-sr-only">{announcement}</output>
    </Sheet>
  )
}

/**
 * Keeps the focus in the list when the button pressed goes away with its row: on the button that has come in its place,
 * or on the heading when none is left.
 */
function useFocusInList(report: unknown) {
  const title = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const index = useRef<number>(undefined)
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-replace]') ?? [])]

  useEffect(() => {
    if (index.current === undefined) return
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) (buttons()[index.current] ?? buttons().at(-1) ?? title.current)?.focus()
    index.current = undefined
  }, [report])

  return {
    title,
    list,
    /** Remembers where in the list the focus is. */
    keepRow: () => {
      const at = buttons().findIndex((button) => button === document.activeElement)
      index.current = at === -1 ? undefined : at
    },
  }
}
