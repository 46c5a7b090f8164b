import type { Transaction } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import { unitNamed } from '../org-units.ts'
import { uuidFor } from '../random.ts'
import type { NewsSource } from './insert-news.ts'
import { timeOf } from './post-row.ts'

/** Units that still send e-mail to many: workdays ago, and how many each message went to. */
const mailers: readonly { unit: readonly string[]; sent: readonly (readonly [number, number])[] }[] = [
  {
    unit: ['Økonomi', 'Regnskap og lønn'],
    sent: [
      [12, 1300],
      [33, 1298],
      [54, 1291],
      [96, 1288],
      [140, 1280],
    ],
  },
  {
    unit: ['Organisasjon og digitalisering', 'Servicekontoret'],
    sent: [
      [20, 212],
      [47, 1296],
      [110, 1284],
    ],
  },
  {
    unit: ['Oppvekst og utdanning', 'Bjørkåsen skole'],
    sent: [
      [8, 48],
      [26, 48],
      [61, 47],
    ],
  },
  { unit: ['Samfunn, kultur og teknisk', 'Kultur og fritid'], sent: [[72, 640]] },
]

/** E-mail that was dropped on the feed in the last months, the posts made from it long since settled. */
export async function insertImports(trx: Transaction<Database>, source: NewsSource): Promise<void> {
  const rows = mailers.flatMap(({ unit, sent }) =>
    sent.map(([workdays, recipient_count]) => ({
      id: uuidFor(`import ${unit.join(' / ')} ${workdays}`),
      news_post_id: null,
      sender_unit_id: unitNamed(source.units, unit).id,
      recipient_count,
      imported_at: timeOf(source, [workdays, '10:20']),
    })),
  )
  await trx.insertInto('news_post_import').values(rows).execute()
}
