import { sql, type Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { Answer, Call, Client } from './client.ts'
import { dailyScenarios } from './daily-scenarios.ts'
import { directoryScenarios } from './directory-scenarios.ts'
import type { BenchPeople, BenchPerson } from './people.ts'

/** A kind of request, measured by itself. */
export interface Scenario {
  name: string
  people: readonly BenchPerson[]
  /** The request of a person. What it must do first is not measured. @param index counts the requests. */
  call(person: BenchPerson, index: number): Call | Promise<Call>
  /** How many things a right answer has at least in `value` (or `responses`). */
  atLeast?: number
  /** A write: the same request cannot be sent by many at once. */
  isWrite?: boolean
  /** What design.md asks for, for the 95th of 100. */
  hold?: number
}

const feed = '/v1.0/newsPosts?$top=20'

/** The requests that matter, in the order people make them. */
export async function scenariosFor(
  db: Kysely<Database>,
  client: Client,
  people: BenchPeople,
): Promise<Scenario[]> {
  const { nurses, teachers, directors, leaders, editors, diligent } = people
  const words = await findWords(db)
  const bound = (name: string) => `/v1.0/newsPosts/${words.mustReadId}/${name}`
  const secondPages = await secondPagesOf(client, nurses)
  return [
    read('feed, nurse', nurses, feed, { atLeast: 20, hold: 30 }),
    read('feed, teacher', teachers, feed, { atLeast: 20, hold: 30 }),
    read('feed, director', directors, feed, { atLeast: 20, hold: 30 }),
    {
      name: 'feed, second page',
      people: [...secondPages.keys()],
      // Every person in the list has a page.
      call: (person) => ({ path: secondPages.get(person)!.path, token: person.token }),
      atLeast: 20,
    },
    read('feed with $count', nurses, `${feed}&$count=true`, { atLeast: 20 }),
    read('feed, unread only', nurses, `${feed}&$filter=viewer/isRead eq false`, { atLeast: 1 }),
    read('feed, unread, who has read all', diligent, `${feed}&$filter=viewer/isRead eq false`),
    {
      name: 'feed, one unit',
      people: leaders,
      call: ({ token, unitId }) => ({
        path: encoded(`${feed}&$filter=responsibleUnit/id eq ${unitId}`),
        token,
      }),
    },
    read('feed, asks something of me', nurses, `${feed}&$filter=viewer/requiresAction eq true`),
    read('must confirm', nurses, `/v1.0/newsPosts?$top=50&$filter=viewer/mustConfirm eq true`),
    read('unread, number', nurses, '/v1.0/newsPosts/$count?$filter=viewer/isRead eq false'),
    read(
      'unread, number, who has read all',
      diligent,
      '/v1.0/newsPosts/$count?$filter=viewer/isRead eq false',
    ),
    {
      name: 'one post',
      people: [...secondPages.keys()],
      // As above.
      call: (person) => ({ path: `/v1.0/newsPosts/${secondPages.get(person)!.postId}`, token: person.token }),
    },
    read('search, common word', nurses, `${feed}&$search="rutine"`, { atLeast: 20 }),
    read('search, rare word', nurses, `${feed}&$search="${words.rare}"`, { atLeast: 1 }),
    searchQuery('search query, common word', nurses, ['rutine'], { hold: 100 }),
    searchQuery('search query, as one types', nurses, words.names, { hold: 100 }),
    searchQuery('search query, a word written wrong', nurses, words.names.map(swapped), { hold: 100 }),
    ...(await directoryScenarios(db, people)),
    ...(await dailyScenarios(db, people)),
    read('me', nurses, '/v1.0/me'),
    {
      name: 'what the app asks first, $batch',
      people: nurses,
      call: ({ token }) => ({ path: '/v1.0/$batch', token, method: 'POST', body: firstBatch }),
      atLeast: firstBatch.requests.length,
    },
    read(
      'confirmations, who has not',
      editors,
      `${bound('confirmations')}?$filter=isCurrent eq false&$count=true&$top=10`,
      { atLeast: 10 },
    ),
    read('reach', editors, bound('reach')),
    read('e-mails avoided', editors, '/v1.0/newsPosts/emailsAvoided'),
    read(
      'comments of a post much discussed',
      nurses,
      `/v1.0/newsPosts/${words.discussedId}/comments?$top=50`,
      { atLeast: 50 },
    ),
    {
      name: 'publish to a department',
      people: leaders,
      isWrite: true,
      call: async ({ token, unitId }) => ({
        path: `/v1.0/newsPosts/${await makeDraft(client, token, [unitId])}/publish`,
        token,
        method: 'POST',
      }),
    },
    {
      name: 'publish to everyone',
      people: editors,
      isWrite: true,
      call: async ({ token }) => ({
        path: `/v1.0/newsPosts/${await makeDraft(client, token, 'everyone')}/publish`,
        token,
        method: 'POST',
      }),
    },
  ]
}

function read(
  name: string,
  people: readonly BenchPerson[],
  path: string,
  more: Partial<Scenario> = {},
): Scenario {
  return { name, people, call: ({ token }) => ({ path: encoded(path), token }), ...more }
}

/** The one search, as the dialog asks: five of each type. */
function searchQuery(
  name: string,
  people: readonly BenchPerson[],
  queries: readonly string[],
  more: Partial<Scenario>,
): Scenario {
  return {
    name,
    people,
    call: ({ token }, index) => ({
      path: '/v1.0/search/query',
      token,
      method: 'POST',
      body: {
        requests: [
          {
            entityTypes: ['user', 'orgUnit', 'newsPost'],
            query: { queryString: queries[index % queries.length] },
            size: 5,
          },
        ],
      },
    }),
    atLeast: 1,
    ...more,
  }
}

/** Two letters that have changed places. */
const swapped = (word: string) => word.slice(0, 1) + word.slice(2, 3) + word.slice(1, 2) + word.slice(3)

const encoded = (path: string) => encodeURI(path).replaceAll('#', '%23')

const firstBatch = {
  requests: [
    '/me',
    '/organization',
    '/newsPosts?$top=20',
    '/newsPosts?$top=50&$filter=viewer/mustConfirm eq true',
    '/newsPosts/$count?$filter=viewer/isRead eq false',
  ].map((url, index) => ({ id: String(index + 1), method: 'GET', url: encoded(url) })),
}

/** Whether an answer is what was asked for; a fast error measures nothing. @throws Error with what came instead. */
export function check(scenario: Pick<Scenario, 'name' | 'atLeast'>, { status, body }: Answer) {
  const things = body['value'] ?? body['responses']
  const count = Array.isArray(things) ? things.length : 0
  const failed = Array.isArray(body['responses']) && body['responses'].some((item) => item.status !== 200)
  if (status !== 200 || failed || count < (scenario.atLeast ?? 0)) {
    throw new Error(
      `«${scenario.name}» was answered ${status} with ${count} things: ${JSON.stringify(body).slice(0, 400)}`,
    )
  }
}

/** Something to search for, a must-read for everyone, and the post to everyone with the most comments. */
async function findWords(db: Kysely<Database>) {
  const { rows } = await sql<{ rare: string }>`
    select substring(body_text from 'Saken har nummer ([0-9]+)') as rare from news_post
    where state = 'published' and audience_everyone and body_text ~ 'Saken har nummer' order by id limit 1`.execute(
    db,
  )
  const mustRead = await db
    .selectFrom('news_post')
    .select('id')
    .where('importance', '=', 'mustRead')
    .where('state', '=', 'published')
    .where('audience_everyone', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const discussed = await sql<{ id: string }>`
    select target_id as id from comment join news_post on news_post.id = target_id
    where state = 'published' and audience_everyone group by target_id order by count(*) desc, target_id limit 1`.execute(
    db,
  )
  const surnames = await db
    .selectFrom('user')
    .select('surname')
    .where('account_enabled', '=', true)
    .orderBy('id')
    .limit(300)
    .execute()
  return {
    names: surnames.map(({ surname }) => surname.slice(0, 5)),
    rare: rows[0]?.rare ?? '',
    mustReadId: mustRead.id,
    discussedId: discussed.rows[0]?.id ?? '',
  }
}

/** The address of each person's second page, and the first post on the first. */
async function secondPagesOf(client: Client, people: readonly BenchPerson[]) {
  const pages = new Map<BenchPerson, { path: string; postId: string }>()
  for (const person of people.slice(0, 50)) {
    const answer = await client.send({ path: feed, token: person.token })
    check({ name: 'feed', atLeast: 20 }, answer)
    // `check` has seen 20 things in `value`; that they are posts is what the API promises.
    const [first] = answer.body['value'] as [{ id: string }]
    const { pathname, search } = new URL(String(answer.body['@odata.nextLink']))
    pages.set(person, { path: pathname + search, postId: first.id })
  }
  return pages
}

async function makeDraft(
  client: Client,
  token: string,
  audience: 'everyone' | readonly string[],
): Promise<string> {
  const body = {
    title: 'Ny vaktliste fra mandag',
    lead: 'Lista henger på vaktrommet.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Les den før helga.' }] }],
    },
    audience: {
      everyone: audience === 'everyone',
      orgUnitIds: audience === 'everyone' ? [] : audience,
      roles: [],
    },
    responsibleUnitId: audience === 'everyone' ? null : audience[0],
  }
  const answer = await client.send({ path: '/v1.0/newsPosts', token, method: 'POST', body })
  if (answer.status !== 201) throw new Error(`No draft: ${answer.status} ${JSON.stringify(answer.body)}`)
  return String(answer.body['id'])
}
