import { DownloadIcon, QrCodeIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { UserProfile } from '#api/users/contract.ts'
import { requestBlob } from '../../../lib/request.ts'
import { saveAs } from '../../../lib/save-as.ts'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { FetchFailed } from '../fetch-failed.tsx'
import { colleagueQueries } from '../queries.ts'
import styles from './profile.module.css'

const QrCode = lazy(async () => ({
  default: (await import('../../../components/qr-code/qr-code.tsx')).QrCode,
}))

/** The person for the address book of a phone: as a code to photograph, and as a file. */
export function ContactCard({ person }: { person: UserProfile }) {
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({
    queryKey: [...colleagueQueries.all, 'vCard', person.id],
    queryFn: async ({ signal }) => {
      const file = await requestBlob(`/v1.0/users/${person.id}/vCard`, { signal })
      return { file, text: await file.text() }
    },
    enabled: isOpen,
  })
  const card = query.data
  return (
    <>
      <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setOpen(true)}>
        <QrCodeIcon aria-hidden fontSize="1.25rem" />
        {m.profile_contactCard()}
      </button>
      <Modal
        isOpen={isOpen}
        title={m.profile_contactCardOf({ name: person.displayName })}
        onCancel={() => setOpen(false)}
        actions={
          <>
            {card && (
              <button
                type="button"
                className="ds-button"
                data-color="accent"
                onClick={() => saveAs(card.file, `${person.displayName}.vcf`)}
              >
                <DownloadIcon aria-hidden fontSize="1.25rem" />
                {m.profile_downloadCard()}
              </button>
            )}
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              onClick={() => setOpen(false)}
            >
              {m.profile_close()}
            </button>
          </>
        }
      >
        <p>{m.profile_contactCardHelp()}</p>
        {query.isError && <FetchFailed text={m.profile_cardFailed()} onRetry={() => void query.refetch()} />}
        <div className={styles.code}>
          {card && (
            <Suspense>
              <QrCode
                content={card.text}
                robustness="medium"
                label={m.profile_contactCardOf({ name: person.displayName })}
              />
            </Suspense>
          )}
        </div>
      </Modal>
    </>
  )
}
