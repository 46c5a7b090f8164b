import { Button } from '@digdir/designsystemet-react'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { OwnCorrectiveAction } from '#api/corrective-actions/contract.ts'
import type { Me } from '#api/users/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Deadline } from '../../../ui/deadline.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { deviationQueries, useLiveDeviations } from '../deviation-queries.ts'
import { useCaseAction } from './case-calls.ts'
import { CompleteDialog } from './complete-dialog.tsx'
import styles from './case.module.css'

export const handle: PageHandle = { backTo: paths.tasks() }

const ownersOf = (viewer: Me) => [viewer.id, ...viewer.actsFor.map(({ id }) => id)]

export const loader = async () => {
  const viewer = await queryClient.ensureQueryData(viewerQuery)
  await queryClient.ensureInfiniteQueryData(deviationQueries.ownActions(ownersOf(viewer)))
  return null
}

/** What I am to do about deviations; the case itself may be closed to me. */
export function Component() {
  useLiveDeviations()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    deviationQueries.ownActions(ownersOf(viewer)),
  )
  const [completing, setCompleting] = useState<OwnCorrectiveAction>()
  const actions = data.pages.flatMap(({ value }) => value)
  return (
    <div className={styles.narrow}>
      <PageHeader name={m.deviation_ownActions()} lead={m.deviation_ownActionsLead()} />
      {actions.length === 0 ? (
        <EmptyState title={m.deviation_noOwnActions()}>{m.deviation_noOwnActionsText()}</EmptyState>
      ) : (
        <Sheet aria-label={m.deviation_ownActions()}>
          <ul className={styles.actions}>
            {actions.map((action) => (
              <OwnAction key={action.id} action={action} onComplete={() => setCompleting(action)} />
            ))}
          </ul>
        </Sheet>
      )}
      {hasNextPage && (
        <Button
          variant="secondary"
          aria-busy={isFetchingNextPage}
          onClick={() => (isFetchingNextPage ? undefined : void fetchNextPage())}
        >
          {m.deviationList_more()}
        </Button>
      )}
      {completing && (
        <CompleteDialog
          id={completing.deviation.id}
          action={completing}
          staysHere
          onClose={() => setCompleting(undefined)}
        />
      )}
    </div>
  )
}

function OwnAction({ action, onComplete }: { action: OwnCorrectiveAction; onComplete: () => void }) {
  const { mutate, isPending, error } = useCaseAction(action.deviation.id, { staysHere: true })
  const { description, dueDate, deviation, permissions } = action
  return (
    <li className={styles.ownAction}>
      <div className={styles.action}>
        <h2 className={styles.actionTitle}>{description}</h2>
        <p className={styles.quiet}>
          <Deadline day={dueDate} /> ·{' '}
          {deviation.title === null ? (
            m.deviation_ofCase({ number: deviation.number })
          ) : (
            <Link to={paths.deviation(deviation.id)}>{`${deviation.number} ${deviation.title}`}</Link>
          )}
        </p>
        <div className={styles.buttons}>
          {permissions.canComplete && (
            <Button
              type="button"
              variant="secondary"
              aria-label={m.deviation_completeNamed({ what: description })}
              onClick={onComplete}
            >
              {m.deviation_complete()}
            </Button>
          )}
          {permissions.canAccept && (
            <Button
              type="button"
              variant="tertiary"
              aria-label={m.deviation_acceptActionNamed({ what: description })}
              loading={isPending}
              onClick={() => mutate({ action: 'acceptAction', body: { actionId: action.id } })}
            >
              {m.deviation_acceptAction()}
            </Button>
          )}
        </div>
        {error !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(error)}
          </Notice>
        )}
      </div>
    </li>
  )
}
