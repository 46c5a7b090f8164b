import { Link } from 'react-router'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { jobTitleAfterName } from '../../../lib/job-title.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import styles from './unit-page.module.css'

/** Who leads a unit, and who does when the leader is away. */
export function Leaders({ unit }: { unit: OrgUnit }) {
  const { leader, deputyLeader } = unit
  if (leader === null && deputyLeader === null) return null
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
        {deputyLeader !== null && (
          <div>
            <dt>{m.units_deputy()}</dt>
            <dd>
              <PersonLink person={deputyLeader} />
            </dd>
          </div>
        )}
      </dl>
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
