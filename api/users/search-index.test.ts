// @vitest-environment node
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import { foldText, searchWords } from './fold.ts'
import { variantsOf } from './misspelling.ts'

/** As it is typed or kept, and as it is compared. */
const folded = [
  ['Åse', 'ase'],
  ['AASE', 'ase'],
  ['A\u030ase', 'ase'],
  ['Bjørn', 'bjorn'],
  ['Bjoern', 'bjorn'],
  ['Sætre', 'satre'],
  ['Saetre', 'satre'],
  ['André', 'andre'],
  ['Anne-Marie  Øvre-Eide', 'anne marie ovre eide'],
  ['  to  mellomrom  ', 'to mellomrom'],
  ['Weiß Þór Đorđević Łukasz', 'weiss thor dordevic lukasz'],
  ['O’Neill (vikar)', 'o neill vikar'],
  ['IT/drift, 2. linje', 'it drift 2 linje'],
  ['---', ''],
  ['', ''],
] as const

test('What somebody types is told apart into words, and numbers are joined', () => {
  expect(searchWords('Bakken 12 34 56 78')).toEqual(['bakken', '12345678'])
  expect(searchWords('+47 123-45-678')).toEqual(['12345678'])
  expect(searchWords('rom 12ab, byggesak 2 (3a4)')).toEqual(['rom', '12ab', 'byggesak', '2', '3a4'])
})

describeApi('The words people are found by', (api) => {
  const ola = demoPerson('ola.bakken')
  const finds = async (text: string) => {
    const search = encodeURIComponent(JSON.stringify(text))
    const response = await api.as('kari.nilsen').get(`/v1.0/users?$top=20&$search=${search}`)
    expect(response.status).toBe(200)
    const { value } = (await response.json()) as { value: { id: string }[] }
    return value.some(({ id }) => id === ola.id)
  }
  const change = (values: { display_name?: string; surname?: string; job_title?: string }) =>
    api.db.updateTable('user').set(values).where('id', '=', ola.id).execute()

  test('are folded in the database as they are when typed', async () => {
    const texts = folded.map(([text]) => text)
    const { rows } = await sql<{ folded: string }>`select directory_fold(text) as folded
      from unnest(${texts}::text[]) with ordinality given(text, place) order by place`.execute(api.db)
    const wanted = folded.map(([, text]) => text)
    expect(texts.map(foldText)).toEqual(wanted)
    expect(rows.map((row) => row.folded)).toEqual(wanted)
  })

  test('lose letters in the database as they do when typed', async () => {
    const words = ['ola', 'kari', 'bakken', 'sykepleier', 'naringsradgiver', 'aaaaaaaa']
    const { rows } = await sql<{ word: string; variants: string[] }>`select word,
      directory_variants(word) as variants from unnest(${words}::text[]) word`.execute(api.db)
    expect(rows).toHaveLength(words.length)
    for (const { word, variants } of rows) {
      expect(variants.toSorted(), word).toEqual(variantsOf(word).toSorted())
    }
  })

  test('follow a new name, also when it is written wrong', async () => {
    expect(await finds('Ola Kvitebjørnsen')).toBe(false)
    await change({ display_name: 'Ola Kvitebjørnsen', surname: 'Kvitebjørnsen' })
    expect(await finds('kvitebj')).toBe(true)
    expect(await finds('Ola Kvitbejoernsen')).toBe(true)
    expect(await finds('Ola Bakken')).toBe(false)
  })

  test('follow a new title', async () => {
    await change({ job_title: 'Fyrvokter' })
    expect(await finds('fyrvokter')).toBe(true)
    expect(await finds('ola fyrvoktr')).toBe(true)
    await change({ job_title: 'Losbåtfører' })
    expect(await finds('fyrvokter')).toBe(false)
  })

  test('follow a move to another unit, and a new name of the unit', async () => {
    const { org_unit_id: from } = await api.db
      .selectFrom('user')
      .select('org_unit_id')
      .where('id', '=', ola.id)
      .executeTakeFirstOrThrow()
    const other = await api.db
      .selectFrom('org_unit')
      .select('id')
      .where('kind', '=', 'department')
      .where('id', '<>', from)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await sql`update org_unit set display_name = 'Fjordkontoret' where id = ${other.id}::uuid`.execute(api.db)
    expect(await finds('ola fjordkontoret')).toBe(false)
    await api.db.updateTable('user').set({ org_unit_id: other.id }).where('id', '=', ola.id).execute()
    await api.db
      .updateTable('position')
      .set({ org_unit_id: other.id })
      .where('user_id', '=', ola.id)
      .execute()
    expect(await finds('ola fjordkontoret')).toBe(true)
    await sql`update org_unit set display_name = 'Skogkontoret' where id = ${other.id}::uuid`.execute(api.db)
    expect(await finds('ola fjordkontoret')).toBe(false)
    expect(await finds('ola skogkontoret')).toBe(true)
  })

  test('find nobody who has left, until they are back', async () => {
    await api.disabled('ola.bakken')
    expect(await finds('Ola Bakken')).toBe(false)
    await api.db.updateTable('user').set({ account_enabled: true }).where('id', '=', ola.id).execute()
    expect(await finds('Ola Bakken')).toBe(true)
  })
})
