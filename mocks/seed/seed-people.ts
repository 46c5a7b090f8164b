import { sql, type Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { aboutPeople } from './about-people.ts'
import { batches } from './batches.ts'
import { deputiesOf } from './deputies.ts'
import { managerId } from './managers.ts'
import { unitsOf, type SeedUnit } from './org-units.ts'
import { peopleIn, type SeedPerson } from './people.ts'
import { positionsOf, type SeedPosition } from './positions.ts'
import { protectPeople } from './protect-people.ts'
import { uuidFor } from './random.ts'
import { organisationFor } from './scale.ts'

/** Everybody and where they work. */
export interface SeededPeople {
  organizationId: string
  units: SeedUnit[]
  people: SeedPerson[]
  positions: SeedPosition[]
}

/**
 * Fills an empty database with the organisation and its people, and makes them findable at the end, all at once.
 * @throws RangeError when `employees` is none of `seedSizes`.
 */
export async function seedPeople(
  trx: Transaction<Database>,
  {
    employees,
    now,
    onProgress = () => {},
  }: { employees: number; now: Date; onProgress?: (text: string) => void },
): Promise<SeededPeople> {
  const units = unitsOf(organisationFor(employees))
  const people = peopleIn(units)
  const positions = positionsOf(people, units)
  const organizationId = uuidFor('organization Elvestrand kommune')
  await sql`select set_config('directory.deferred', 'on', true)`.execute(trx)
  onProgress(`Makes ${units.length} units.`)
  await insertOrganisation(trx, organizationId, units, deputiesOf(units, people))
  onProgress(`Makes ${people.length} people.`)
  await insertPeople(trx, people, positions)
  await sql`select directory_refresh(null)`.execute(trx)
  await sql`select set_config('directory.deferred', 'off', true)`.execute(trx)
  await protectPeople(trx, people, units, now)
  return { organizationId, units, people, positions }
}

async function insertOrganisation(
  trx: Transaction<Database>,
  id: string,
  units: readonly SeedUnit[],
  deputies: ReadonlyMap<string, string>,
) {
  await trx
    .insertInto('organization')
    .values({
      id,
      display_name: 'Elvestrand kommune',
      chief_executive_title: 'Kommunedirektør',
      branding: JSON.stringify({}),
    })
    .execute()
  for (const batch of batches(units))
    await trx
      .insertInto('org_unit')
      .values(
        batch.map((unit) => ({
          id: unit.id,
          parent_id: unit.parent?.id ?? null,
          kind: unit.kind,
          display_name: unit.name,
          leader_id: unit.leaderId,
          deputy_leader_id: deputies.get(unit.id) ?? null,
          location: unit.plan.place ?? null,
        })),
      )
      .execute()
}

async function insertPeople(
  trx: Transaction<Database>,
  people: readonly SeedPerson[],
  positions: readonly SeedPosition[],
) {
  const about = aboutPeople(people)
  for (const batch of batches(people))
    await trx
      .insertInto('user')
      .values(
        batch.map((person) => ({
          id: person.id,
          user_principal_name: person.userPrincipalName,
          display_name: person.displayName,
          given_name: person.givenName,
          surname: person.surname,
          job_title: person.job.jobTitle,
          mail: person.mail,
          mobile_phone: person.mobilePhone,
          business_phones: person.businessPhones,
          office_location: person.job.unit.place ?? 'Rådhuset',
          employee_id: person.employeeId,
          account_enabled: person.isEnabled,
          preferred_language: person.preferredLanguage,
          app_roles: person.isEnabled ? [...person.job.appRoles] : [],
          manager_id: managerId(person),
          org_unit_id: person.job.unit.id,
          ...about.get(person.id),
        })),
      )
      .execute()
  for (const batch of batches(positions))
    await trx
      .insertInto('position')
      .values(
        batch.map((position) => ({
          id: position.id,
          user_id: position.userId,
          org_unit_id: position.unit.id,
          title: position.title,
          percentage: position.percentage,
          is_primary: position.isPrimary,
        })),
      )
      .execute()
}
