import { PhoneIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Duty } from '#api/duties/contract.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { formatDateTime } from '../../lib/dates.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { formatPhone, phoneAddress } from '../../lib/phone.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { dutyQueries } from './duty-calls.ts'
import { NewDutyForm } from './new-duty-form.tsx'
import styles from './duties.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(dutyQueries.list()),
  ])
  return null
}

/** Who has which standing duty now, and the number to ring (features.md K27). */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: duties } = useSuspenseQuery(dutyQueries.list())
  const [isAdding, setAdding] = useState(false)
  return (
    <div className={styles.page}>
      <PageHeader
        name={m.duties_title()}
        lead={m.duties_lead()}
        actions={
          viewer.permissions.canEditDuties && (
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              aria-expanded={isAdding}
              onClick={() => setAdding(!isAdding)}
            >
              {m.duties_new()}
            </button>
          )
        }
      />
      {isAdding && (
        <Sheet aria-labelledby="duty-new">
          <h2 id="duty-new">{m.duties_new()}</h2>
          <NewDutyForm />
        </Sheet>
      )}
      {duties.length === 0 ? (
        <EmptyState title={m.duties_none()}>{m.duties_noneText()}</EmptyState>
      ) : (
        <Sheet aria-label={m.duties_title()}>
          <ul className={styles.list}>
            {duties.map((duty) => (
              <DutyRow key={duty.id} duty={duty} />
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  )
}

function DutyRow({ duty }: { duty: Duty }) {
  const { holder, holderUntil, phone } = duty
  return (
    <li>
      <div className={styles.about}>
        <h2 className={styles.name}>
          <Link to={paths.duty(duty.id)}>{duty.displayName}</Link>
        </h2>
        <p>
          {holder === null ? (
            m.duties_nobody()
          ) : (
            <>
              <Link to={paths.colleague(holder.id)} className="lone-link">
                {holder.displayName}
              </Link>
              {holderUntil !== null && ` ${m.duties_until({ when: formatDateTime(holderUntil) })}`}
            </>
          )}
        </p>
        <p className={styles.quiet}>{duty.orgUnit.displayName}</p>
      </div>
      {phone !== null && (
        <a
          href={phoneAddress(phone)}
          className="ds-button"
          data-color="accent"
          data-variant="secondary"
          aria-label={m.duties_ringWho({ name: duty.displayName, phone: formatPhone(phone) })}
        >
          <PhoneIcon aria-hidden />
          {m.duties_ring({ phone: formatPhone(phone) })}
        </a>
      )}
    </li>
  )
}
