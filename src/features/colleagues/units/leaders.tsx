import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { jobTitleAfterName } from '../../../lib/job-title.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { unitQueries } from '../queries.ts'
import styles from './unit-page.module.css'

const DeputyForm = lazy(async () => ({ default: (await import('./deputy-form.tsx')).DeputyForm }))

/** Who leads a unit, and who does when the leader is away; named here by those who may. */
export function Leaders({ unit }: { unit: OrgUnit }) {
  const queryClient = useQueryClient()
  const [isEditing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { leader, deputyLeader } = unit
  const { canEdit } = unit.permissions
  if (leader === null && deputyLeader === null && !canEdit) return null

  function close() {
    setEditing(false)
    setTimeout(() => opener.current?.focus())
  }

  return (
    <Sheet aria-label={m.units_leadership()}>
      <dl className={styles.leaders}>
        {leader !== null && (
          <div>
            <dt>{m.units_leader()}</dt>
            <dd>
              <PersonLink person={leader} />
            </dd>
          </div>
        )}
        {(deputyLeader !== null || canEdit) && (
          <div>
            <dt>{m.units_deputy()}</dt>
            <dd>
              {deputyLeader === null ? m.units_noDeputy() : <PersonLink person={deputyLeader} />}
              {canEdit && !isEditing && (
                <button
                  ref={opener}
                  type="button"
                  className={`ds-button ${styles.change}`}
                  data-variant="tertiary"
                  onClick={() => setEditing(true)}
                >
                  {deputyLeader === null ? m.units_nameDeputy() : m.units_changeDeputy()}
                </button>
              )}
            </dd>
          </div>
        )}
      </dl>
      {isEditing && (
        <Suspense>
          <DeputyForm
            unit={unit}
            onSaved={(saved) => {
              queryClient.setQueryData(unitQueries.detail(unit.id).queryKey, saved)
              void queryClient.invalidateQueries({ queryKey: unitQueries.all })
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </Sheet>
  )
}

function PersonLink({ person }: { person: NonNullable<OrgUnit['leader']> }) {
  return (
    <>
      <Link to={paths.colleague(person.id)}>{person.displayName}</Link>
      {person.jobTitle !== null && `, ${jobTitleAfterName(person.jobTitle)}`}
    </>
  )
}
