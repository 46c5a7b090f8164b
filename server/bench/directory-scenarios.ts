import { sql, type Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { BenchPeople, BenchPerson } from './people.ts'
import type { Scenario } from './scenarios.ts'

/** What design.md asks of a search in the directory, in milliseconds. */
const hold = 20

interface Known {
  id: string
  given_name: string
  surname: string
  phone: string | null
  subject: string | null
}

/** Searches in the directory as people type them, and the profile a search leads to. */
export async function directoryScenarios(db: Kysely<Database>, { nurses }: BenchPeople): Promise<Scenario[]> {
  const { rows } = await sql<Known>`
    select u.id, u.given_name, u.surname, coalesce(u.mobile_phone, u.business_phones[1]) as phone,
      u.responsibilities[1] as subject
    from "user" u where u.account_enabled and not exists (select from person_protection where user_id = u.id)
    order by md5(u.id::text) limit 3000`.execute(db)
  const known = rows.slice(0, 300)
  const subjects = [...new Set(rows.flatMap(({ subject }) => subject ?? []))].slice(0, 60)
  const phones = rows.flatMap(({ phone }) => phone ?? []).slice(0, 300)
  const titles = ['helsefagarbeider', 'lærer', 'sykepleier', 'vaktmester', 'rektor']

  const search = (name: string, texts: readonly string[], atLeast = 1): Scenario => ({
    name: `directory search, ${name}`,
    people: nurses,
    call: ({ token }, index) => ({ path: pathOf(texts[index % texts.length] ?? ''), token }),
    atLeast,
    hold,
  })
  const profile: Scenario = {
    name: 'directory, profile',
    people: nurses,
    call: ({ token }: BenchPerson, index) => ({
      path: `/v1.0/users/${known[index % known.length]?.id}`,
      token,
    }),
  }
  return [
    search(
      'two letters',
      known.map(({ given_name }) => given_name.slice(0, 2)),
    ),
    search(
      'beginning of a name',
      known.map(({ surname }) => surname.slice(0, 5)),
    ),
    search(
      'full name',
      known.map((person) => `${person.given_name} ${person.surname}`),
    ),
    search(
      'a letter wrong',
      known.map((person) => `${person.given_name} ${slip(person.surname)}`),
      0,
    ),
    search('subject', subjects),
    search(
      'telephone number',
      phones.map((phone) => phone.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4')),
    ),
    search('title', titles),
    search(
      'name and place',
      known.map(({ given_name }) => `${given_name.split(/[ -]/)[0]} sykehjem`),
      0,
    ),
    profile,
  ]
}

const pathOf = (text: string) => `/v1.0/users?$top=20&$search=${encodeURIComponent(JSON.stringify(text))}`

/** Two letters in the middle of the word have changed places. */
const slip = (word: string) => word.replace(/^(..)(.)(.)/, '$1$3$2')
