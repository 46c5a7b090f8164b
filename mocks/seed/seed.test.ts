// @vitest-environment node
import { sql, type Kysely } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#api/database/schema.ts'
import { findSensitiveContent } from '#api/text/sensitive-content.ts'
import { testDatabase } from '#tests/databases.ts'
import { elvestrand } from './data/organisation.ts'
import { demoPeople, disabledPerson } from './demo-people.ts'
import { headCount, type UnitPlan } from './unit-plan.ts'

const { db } = await testDatabase('PGlite')

/** Number of rows, and a digest of them, for every table of the product. */
async function digests(database: Kysely<Database>): Promise<Record<string, string>> {
  return database.transaction().execute(async (trx) => {
    await sql`set local timezone to 'UTC'`.execute(trx)
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'`.execute(
      trx,
    )
    const result: Record<string, string> = {}
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ digest: string }>`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\n' order by t::text collate "C")), '') as digest
        from ${sql.table(name)} t`.execute(trx)
      result[name] = rows[0]?.digest ?? ''
    }
    return result
  })
}

const personByName = (displayName: string) =>
  db.selectFrom('user').selectAll().where('display_name', '=', displayName).executeTakeFirstOrThrow()

const unitByPath = async (names: readonly string[]) => {
  let parentId: string | null = null
  for (const name of names) {
    const unit: { id: string } = await db
      .selectFrom('org_unit')
      .select('id')
      .where('display_name', '=', name)
      .where('parent_id', parentId === null ? 'is' : '=', parentId)
      .executeTakeFirstOrThrow()
    parentId = unit.id
  }
  return db.selectFrom('org_unit').selectAll().where('id', '=', parentId).executeTakeFirstOrThrow()
}

test('seeding PGlite and PostgreSQL gives the same rows in every table', async () => {
  const postgres = await testDatabase('PostgreSQL')
  const lite = await digests(db)

  expect(await digests(postgres.db)).toEqual(lite)
  expect(lite['user']).toMatch(/^1417 /)
})

test('every unit has the people the organisation file says', async () => {
  const { rows } = await sql<{ path: string; people: number }>`
    with recursive tree (id, path) as (
      select id, display_name::text from org_unit where parent_id is null
      union all
      select below.id, tree.path || ' / ' || below.display_name from org_unit below join tree on below.parent_id = tree.id
    )
    select tree.path, count(u.id)::int as people from tree
    join org_unit_ancestor a on a.ancestor_id = tree.id
    left join position p on p.org_unit_id = a.unit_id and p.is_primary
    left join "user" u on u.id = p.user_id and u.account_enabled
    group by tree.path`.execute(db)
  const expected: Record<string, number> = {}
  const add = (unit: UnitPlan, above: string) => {
    const path = above ? `${above} / ${unit.name}` : unit.name
    expected[path] = headCount(unit)
    unit.units?.forEach((below) => add(below, path))
  }
  add(elvestrand, '')

  expect(Object.keys(expected)).toHaveLength(153)
  expect(expected['Elvestrand kommune']).toBe(1300)
  expect(Object.fromEntries(rows.map(({ path, people }) => [path, people]))).toEqual(expected)
})

test('every title has as many people, at the same average percentage', async () => {
  const { rows } = await sql<{ unit: string; title: string; people: number; average: number }>`
    select o.id as unit, p.title, count(*)::int as people, avg(p.percentage)::float as average
    from position p join org_unit o on o.id = p.org_unit_id join "user" u on u.id = p.user_id
    where p.is_primary and u.account_enabled and p.title not in ('Lærling', 'SFO-leder')
      and o.leader_id is distinct from u.id
    group by o.id, p.title`.execute(db)
  const planned: { title: string; people: number; average: number }[] = []
  const add = (unit: UnitPlan) => {
    for (const [title, people, average] of unit.positions ?? []) planned.push({ title, people, average })
    unit.units?.forEach(add)
  }
  add(elvestrand)
  const sorted = (list: readonly { title: string; people: number; average: number }[]) =>
    list.map(({ title, people, average }) => `${title} ${people} ${Math.round(average)}`).toSorted()

  expect(sorted(rows)).toEqual(sorted(planned))
})

test('the thirteen demo people are who they are said to be', async () => {
  expect(demoPeople).toHaveLength(13)
  for (const demo of demoPeople) {
    const person = await db.selectFrom('user').selectAll().where('id', '=', demo.id).executeTakeFirstOrThrow()
    const unit = await unitByPath(demo.orgUnit)
    expect(person).toMatchObject({
      user_principal_name: `${demo.key}@elvestrand.example`,
      display_name: demo.displayName,
      job_title: demo.jobTitle,
      app_roles: demo.appRoles,
      org_unit_id: unit.id,
      account_enabled: true,
    })
    expect(unit.leader_id === demo.id).toBe(demo.position === 'leader')
  }
})

test('the chain of managers goes from the nurse to the kommunedirektør', async () => {
  const chain: string[] = []
  for (let next: string | null = (await personByName('Kari Nilsen')).id; next;) {
    const person: { display_name: string; manager_id: string | null } = await db
      .selectFrom('user')
      .select(['display_name', 'manager_id'])
      .where('id', '=', next)
      .executeTakeFirstOrThrow()
    chain.push(person.display_name)
    next = person.manager_id
  }

  expect(chain).toEqual(['Kari Nilsen', 'Ola Bakken', 'Ingrid Solberg', 'Arne Lund', 'Marit Haugen'])
})

test('everyone but the head of the municipality has a manager, who is someone else', async () => {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from "user"
    where account_enabled and (manager_id is null or manager_id = id)`.execute(db)

  expect(rows).toEqual([{ name: 'Marit Haugen' }])
})

test('a department without a leader has the nearest leader above as manager', async () => {
  const unit = await unitByPath(['Elvestrand kommune', 'Kommunedirektørens stab', 'Politisk sekretariat'])
  const staff = await unitByPath(['Elvestrand kommune', 'Kommunedirektørens stab'])
  const managers = await db
    .selectFrom('user')
    .select('manager_id')
    .distinct()
    .where('org_unit_id', '=', unit.id)
    .where('account_enabled', '=', true)
    .execute()

  expect(unit.leader_id).toBeNull()
  expect(managers).toEqual([{ manager_id: staff.leader_id }])
})

test('two leaders lead two departments each', async () => {
  const { rows } = await sql<{ units: string[] }>`
    select array_agg(display_name order by display_name) as units from org_unit
    where leader_id is not null group by leader_id having count(*) > 1 order by 1`.execute(db)

  expect(rows.map(({ units }) => units)).toEqual([
    ['Eiendomsskatt og fakturering', 'Regnskap og lønn'],
    ['Frisklivssentralen', 'Fysio- og ergoterapi'],
  ])
})

test('one person leads an SFO 40 % and teaches 60 % in another school', async () => {
  const { rows } = await sql`
    select p.title, p.percentage, p.is_primary, o.display_name as unit
    from position p join org_unit o on o.id = p.org_unit_id
    where p.user_id = (select leader_id from org_unit where display_name = 'SFO Fossum oppvekstsenter skole')
    order by p.is_primary desc`.execute(db)

  expect(rows).toEqual([
    { title: 'SFO-leder', percentage: 40, is_primary: true, unit: 'SFO Fossum oppvekstsenter skole' },
    { title: 'Adjunkt', percentage: 60, is_primary: false, unit: 'Småtrinnet 1.–4.' },
  ])
})

test('a union representative belongs to one unit and works in another as well', async () => {
  const { rows } = await sql<{ units: string[] }>`
    select array_agg(o.display_name order by p.is_primary desc) as units
    from "user" u join position p on p.user_id = u.id join org_unit o on o.id = p.org_unit_id
    where 'UnionRep' = any(u.app_roles) group by u.id having count(*) > 1`.execute(db)

  expect(rows).toEqual([{ units: ['Hovedtillitsvalgte', 'Sone Nord'] }])
})

test('six in a hundred have two positions, never more than full time together', async () => {
  const { rows } = await sql<{ total: number }>`
    select sum(p.percentage)::int as total from position p join "user" u on u.id = p.user_id
    where u.account_enabled group by p.user_id having count(*) > 1`.execute(db)

  expect(rows).toHaveLength(78)
  expect(Math.max(...rows.map(({ total }) => total))).toBeLessThanOrEqual(100)
})

test('some names are hard: equal unit names, dashes and parentheses, people with more than sixty characters', async () => {
  const units = await db.selectFrom('org_unit').select('display_name').execute()
  const names = units.map((unit) => unit.display_name)
  const people = await db.selectFrom('user').select('display_name').execute()

  expect(names.filter((name) => name === 'Småtrinnet 1.–4.')).toHaveLength(4)
  expect(names).toContain('2. etasje – langtid')
  expect(names).toContain('Skjermet avdeling Lyngheia (demens)')
  expect(people.filter((person) => person.display_name.length > 60).length).toBeGreaterThanOrEqual(2)
})

test('some employees have neither e-mail nor phone', async () => {
  const unreachable = await db
    .selectFrom('user')
    .select('id')
    .where('account_enabled', '=', true)
    .where('mail', 'is', null)
    .where('mobile_phone', 'is', null)
    .where('business_phones', '=', sql<string[]>`'{}'`)
    .execute()

  expect(unreachable.length).toBeGreaterThan(5)
})

test('those who left last year are disabled, without roles and manager', async () => {
  const gone = await db.selectFrom('user').selectAll().where('account_enabled', '=', false).execute()

  expect(gone).toHaveLength(117)
  expect(gone.map((person) => person.user_principal_name)).toContain(disabledPerson.userPrincipalName)
  expect(gone.every((person) => person.app_roles.length === 0 && person.manager_id === null)).toBe(true)
})

test('user names are plain ASCII and phone numbers have eight digits, all different', async () => {
  const people = await db
    .selectFrom('user')
    .select(['user_principal_name', 'mobile_phone', 'business_phones'])
    .execute()
  const names = people.map((person) => person.user_principal_name)
  const mobiles = people.flatMap((person) => person.mobile_phone ?? [])
  const phones = mobiles.concat(people.flatMap((person) => person.business_phones))

  expect(names.filter((name) => !/^[a-z0-9]+\.[a-z0-9]+@elvestrand\.example$/.test(name))).toEqual([])
  expect(phones.filter((phone) => !/^(29|60)\d{6}$/.test(phone))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(phones).size).toBe(phones.length)
})

test('no identity number hides in the facts about people', async () => {
  const people = await db.selectFrom('user').selectAll().execute()

  expect(people.flatMap((person) => findSensitiveContent(Object.values(person).join('\n')))).toEqual([])
})

test('the log says that the organisation was seeded, and nothing else', async () => {
  const entries = await db.selectFrom('audit_entry').select(['seq', 'action', 'actor_id', 'data']).execute()

  expect(entries).toEqual([expect.objectContaining({ action: 'organization.seeded', actor_id: null })])
})
