import type { Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { unitNamed } from '../org-units.ts'
import { uuidFor } from '../random.ts'
import type { NewsSource } from './insert-news.ts'
import { personIdOf, timeOf } from './post-row.ts'

const school = ['Oppvekst og utdanning', 'Bjørkåsen skole']

/** The leader of one department writes news for the whole school, named by its head. */
export async function insertNamedEditors(trx: Transaction<Database>, source: NewsSource): Promise<void> {
  await trx
    .insertInto('news_editor')
    .values({
      id: uuidFor('news editor of Bjørkåsen skole'),
      org_unit_id: unitNamed(source.units, school).id,
      user_id: personIdOf([...school, 'Småtrinnet 1.–4.'], source),
      named_by_id: personIdOf(school, source),
      named_at: timeOf(source, [30, '12:00']),
    })
    .execute()
}
