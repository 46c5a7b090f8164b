import { PhoneIcon, TrashIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Duty } from '#api/duties/contract.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { formatPhone, phoneAddress } from '../../lib/phone.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ChangeDutyForm } from './change-duty-form.tsx'
import { dutyQueries, useDeleteDuty } from './duty-calls.ts'
import { dutyErrorText } from './duty-error.ts'
import { ShiftForm } from './shift-form.tsx'
import { ShiftList } from './shift-list.tsx'
import styles from './duties.module.css'

export const handle: PageHandle = { backTo: paths.duties() }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const id = params.id ?? ''
  await Promise.all([
    queryClient.ensureQueryData(dutyQueries.detail(id)),
    queryClient.ensureQueryData(dutyQueries.shifts(id)),
  ])
  return null
}

/** One duty: who has it now and later, and for those who may, handing it out. */
export function Component() {
  const { id = '' } = useParams()
  const { data: duty } = useSuspenseQuery(dutyQueries.detail(id))
  const { data: shifts } = useSuspenseQuery(dutyQueries.shifts(id))
  return (
    <div className={styles.page}>
      <PageHeader
        name={duty.displayName}
        above={duty.orgUnit.displayName}
        actions={
          duty.phone !== null && (
            <a href={phoneAddress(duty.phone)} className="ds-button" data-color="accent">
              <PhoneIcon aria-hidden />
              {m.duties_ring({ phone: formatPhone(duty.phone) })}
            </a>
          )
        }
      />
      <Sheet aria-labelledby="duty-shifts">
        <h2 id="duty-shifts">{m.duties_shifts()}</h2>
        <ShiftList duty={duty} shifts={shifts} />
      </Sheet>
      {duty.permissions.canEdit && (
        <>
          <Sheet aria-labelledby="duty-add">
            <h2 id="duty-add">{m.duties_addTitle()}</h2>
            <ShiftForm duty={duty} shifts={shifts} />
          </Sheet>
          <Sheet aria-labelledby="duty-change">
            <h2 id="duty-change">{m.duties_changeTitle()}</h2>
            <ChangeDutyForm key={duty['@odata.etag']} duty={duty} />
            <DeleteDuty duty={duty} />
          </Sheet>
        </>
      )}
    </div>
  )
}

function DeleteDuty({ duty }: { duty: Duty }) {
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const { mutate, isPending, error } = useDeleteDuty()
  return (
    <>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {dutyErrorText(error)}
        </Notice>
      )}
      <button
        type="button"
        className="ds-button"
        data-color="danger"
        data-variant="tertiary"
        onClick={() => setAsked(true)}
      >
        <TrashIcon aria-hidden />
        {m.duties_delete()}
      </button>
      <ConfirmDialog
        isOpen={isAsked}
        title={m.duties_deleteTitle({ name: duty.displayName })}
        confirmLabel={m.duties_delete()}
        tone="danger"
        isBusy={isPending}
        onConfirm={() =>
          mutate(duty, {
            onSuccess: () => void navigate(paths.duties()),
            onError: () => setAsked(false),
          })
        }
        onCancel={() => setAsked(false)}
      >
        {m.duties_deleteWhat()}
      </ConfirmDialog>
    </>
  )
}
