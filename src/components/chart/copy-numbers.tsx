import { useState } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { FilesIcon } from '@navikt/aksel-icons'
import { m } from '../../messages/messages.js'
import type { ChartTable } from './chart-data.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import styles from './chart-with-table.module.css'

/** Copies the table, ready to be pasted into a spreadsheet. */
export function CopyNumbers({ table }: { table: ChartTable }) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(spreadsheetText(table))
      setOutcome(m.chart_copied())
    } catch {
      setOutcome(m.chart_copyFailed())
    }
  }
  return (
    <div className={styles.copy}>
      <Button variant="tertiary" onClick={copy}>
        <FilesIcon aria-hidden />
        {m.chart_copy()}
      </Button>
      <output>{outcome}</output>
    </div>
  )
}
