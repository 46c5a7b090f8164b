import { Button } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { ApiError, requestBlob } from '../../../lib/request.ts'
import { saveAs } from '../../../lib/save-as.ts'
import { m } from '../../../messages/messages.js'
import styles from './unit-page.module.css'

/** Takes the list of members out as a file for spreadsheets, for those who may. */
export function ExportButton({ unit }: { unit: OrgUnit }) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function download() {
    setBusy(true)
    setError('')
    try {
      const file = await requestBlob(`/v1.0/orgUnits/${unit.id}/members/export`)
      saveAs(file, `${unit.displayName}.csv`)
    } catch (reason) {
      const isTooMany = reason instanceof ApiError && reason.code === 'tooManyMembers'
      setError(isTooMany ? m.units_exportTooMany() : m.units_exportFailed())
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button variant="secondary" loading={isBusy} onClick={() => !isBusy && void download()}>
        <DownloadIcon aria-hidden fontSize="1.25rem" />
        {m.units_export()}
      </Button>
      <span role="alert" className={styles.error}>
        {error}
      </span>
    </>
  )
}
