import { Button } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import { useMutation } from '@tanstack/react-query'
import { dayOf } from '../../lib/dates.ts'
import { ApiError, requestBlob } from '../../lib/request.ts'
import { saveAs } from '../../lib/save-as.ts'
import { m } from '../../messages/messages.js'
import styles from './me-page.module.css'

/** Everything Tunet has about the reader, as a file to keep (GDPR art. 15). */
export function OwnData() {
  const fetching = useMutation({
    mutationFn: async () => saveAs(await requestBlob('/v1.0/me/export'), `tunet-${dayOf(new Date())}.json`),
  })
  return (
    <>
      <p className={styles.help}>{m.me_dataText()}</p>
      <div>
        <Button variant="secondary" loading={fetching.isPending} onClick={() => fetching.mutate()}>
          <DownloadIcon aria-hidden fontSize="1.5rem" />
          {m.me_dataFetch()}
        </Button>
      </div>
      <p role={fetching.isError ? 'alert' : 'status'} className={styles.help}>
        {fetching.isSuccess && m.me_dataDone()}
        {fetching.isError && (isTooOften(fetching.error) ? m.me_dataTooOften() : m.me_dataFailed())}
      </p>
      <p className={styles.help}>{m.me_dataNot()}</p>
    </>
  )
}

const isTooOften = (error: Error) => error instanceof ApiError && error.status === 429
