import { record } from '../audit/record.ts'
import { propertyOf } from '../graph/resource.ts'
import { readRows, toWire } from '../graph/read.ts'
import { withId } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import type { ApiContext } from '../http/env.ts'
import { notFound, unprocessable } from '../http/errors.ts'
import { languageOf } from '../outgoing/texts.ts'
import { csvOf } from '../text/csv.ts'
import type { User } from '../users/contract.ts'
import { users } from '../users/resource.ts'
import type { OrgUnit } from './contract.ts'
import { transitiveMembersOf } from './members.ts'
import { orgUnits } from './resource.ts'

/** Most people in one file. */
const maxExported = 10_000

const columns = ['displayName', 'jobTitle', 'department', 'mail', 'mobilePhone', 'businessPhones'] as const
const shape = { properties: columns, computed: [] }
type Row = Pick<User, (typeof columns)[number]>

const headings = {
  nb: ['Navn', 'Stilling', 'Enhet', 'E-post', 'Mobil', 'Telefon'],
  nn: ['Namn', 'Stilling', 'Eining', 'E-post', 'Mobil', 'Telefon'],
  en: ['Name', 'Title', 'Unit', 'E-mail', 'Mobile', 'Phone'],
}

/**
 * Answers `GET /orgUnits/{id}/members/export`: who works in the unit and below it, by name, as the viewer may see them.
 * That the list was taken out is logged, since it leaves the house.
 * @throws 403, 404, 422 `tooManyMembers`
 */
export async function sendMembersExport(c: ApiContext, unitId: string): Promise<Response> {
  const { deps, viewer } = c.var
  const unitShape = { properties: ['displayName'], computed: ['permissions'] }
  const [found] = await readRows(deps.db, viewer, orgUnits, {
    shape: unitShape,
    where: [withId(orgUnits, unitId)],
    limit: 1,
  })
  if (!found) throw notFound()
  // Made by the resources themselves, in the shape of the contracts.
  const unit = toWire(orgUnits, unitShape, found.row, viewer) as Pick<OrgUnit, 'displayName' | 'permissions'>
  allow(unit.permissions.canExportMembers)
  const read = await readRows(deps.db, viewer, users, {
    shape,
    where: [transitiveMembersOf(unitId)(viewer)],
    order: [...users.order, { path: 'id', property: propertyOf(users, 'id'), descending: false }],
    limit: maxExported + 1,
  })
  if (read.length > maxExported) {
    throw unprocessable('tooManyMembers', `A file has at most ${maxExported} people; take a smaller unit.`)
  }
  const people = read.map(({ row }) => toWire(users, shape, row, viewer) as unknown as Row)
  const reader = await deps.db
    .selectFrom('user')
    .select('preferred_language')
    .where('id', '=', viewer.id)
    .executeTakeFirst()
  await deps.db.transaction().execute((trx) =>
    record(trx, {
      actorId: viewer.id,
      action: 'orgUnit.membersExported',
      targetType: 'orgUnit',
      targetId: unitId,
      data: { count: people.length },
      at: deps.now(),
    }),
  )
  const text = csvOf([
    headings[languageOf(reader?.preferred_language ?? 'nb')],
    ...people.map((person) => [
      person.displayName,
      person.jobTitle ?? '',
      person.department ?? '',
      person.mail ?? '',
      person.mobilePhone ?? '',
      person.businessPhones.join(', '),
    ]),
  ])
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${unit.displayName}.csv`)}`,
    'Cache-Control': 'no-store',
  })
}
