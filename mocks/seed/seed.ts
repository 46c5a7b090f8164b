import type { Kysely, Transaction } from 'kysely'
import { record } from '#api/audit/record.ts'
import type { Database } from '#api/database/schema.ts'
import { rebuildSearchWords } from '#api/search/search-words.ts'
import { batches } from './batches.ts'
import { managerId } from './managers.ts'
import { insertNews } from './news/insert-news.ts'
import { unitsOf, type SeedUnit } from './org-units.ts'
import { peopleIn, type SeedPerson } from './people.ts'
import { positionsOf, type SeedPosition } from './positions.ts'
import { uuidFor } from './random.ts'
import { organisationFor } from './scale.ts'
import { searchMissesBefore } from './search-misses.ts'

/** What to fill the database with. */
export interface SeedOptions {
  /** One of `seedSizes`. */
  employees: number
  /** Posts in all; the hand-written ones come first. Left out: those alone. */
  newsPosts?: number
  /** The day the demo is opened: posts lie in the weeks before it. */
  now: Date
  /** Told in plain words what is going on. */
  onProgress?: (text: string) => void
}

/**
 * Fills an empty, migrated database with Elvestrand kommune: organisation, people and news. The same options give the
 * same rows, on PostgreSQL and on PGlite. All or nothing.
 * @throws RangeError when `employees` is none of `seedSizes`.
 */
export async function seedDatabase(db: Kysely<Database>, options: SeedOptions): Promise<void> {
  const { employees, now, onProgress = () => {} } = options
  const units = unitsOf(organisationFor(employees))
  const people = peopleIn(units)
  const positions = positionsOf(people, units)
  await db.transaction().execute(async (trx) => {
    const organizationId = uuidFor('organization Elvestrand kommune')
    onProgress(`Makes ${units.length} units.`)
    await insertOrganisation(trx, organizationId, units)
    onProgress(`Makes ${people.length} people.`)
    await insertPeople(trx, people, positions)
    const newsPosts = await insertNews(trx, {
      units,
      people,
      positions,
      count: options.newsPosts,
      now,
      onProgress,
    })
    await record(trx, {
      actorId: null,
      action: 'organization.seeded',
      targetType: 'organization',
      targetId: organizationId,
      data: { employees, newsPosts },
      at: now,
    })
    await trx.insertInto('search_miss').values(searchMissesBefore(now)).execute()
    await rebuildSearchWords(trx, now)
  })
}

async function insertOrganisation(trx: Transaction<Database>, id: string, units: readonly SeedUnit[]) {
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
