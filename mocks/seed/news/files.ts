import type { Transaction } from 'kysely'
import { checkFile, insertCheckedFile } from '#api/files/store.ts'
import type { Database } from '#api/database/schema.ts'
import type { RichTextNode } from '#api/rich-text/contract.ts'
import { uuidFor } from '../random.ts'
import type { NewsPlan } from './news-plan.ts'
import type { SeedPost } from './insert-news.ts'

/** A file of a post. */
export interface SeedFile {
  name: string
  bytes: Uint8Array
  /** Of a picture, which is shown below the first paragraph. Other files are attachments. */
  picture?: { alt: string; width: number; height: number }
}

/** The picture above a text, with what it shows. */
export interface SeedPicture {
  name: string
  bytes: Uint8Array
  alt: string
}

const idOf = (key: string, { name }: Pick<SeedFile, 'name'>) => uuidFor(`file ${key} ${name}`)

/** The pictures of a post, for its text. Attachments come before them in `files`, as the API numbers them. */
export const pictureNodes = ({ key, files = [] }: Pick<NewsPlan, 'key' | 'files'>): RichTextNode[] =>
  files.flatMap((file) =>
    file.picture ? [{ type: 'image', attrs: { fileId: idOf(key, file), ...file.picture } }] : [],
  )

/** Stores the picture above a text, before the post that shows it. @returns its id */
export async function insertCover(
  trx: Transaction<Database>,
  key: string,
  cover: SeedPicture,
  facts: { userId: string; now: Date },
): Promise<string> {
  const id = idOf(key, cover)
  await insertCheckedFile(trx, await checkFile(cover), { id, ...facts })
  return id
}

/**
 * Stores the files of a post under the rules every upload is held to. Unlike an upload they are not in the log, which says
 * of all of the seed that it was seeded.
 * @throws when a file is one that would be refused.
 */
export async function insertFiles(trx: Transaction<Database>, { row, plan }: SeedPost): Promise<void> {
  for (const [position, file] of (plan.files ?? []).entries()) {
    const id = idOf(plan.key, file)
    const facts = { id, userId: row.author_id, now: new Date(row.created_at) }
    await insertCheckedFile(trx, await checkFile(file), facts)
    await trx
      .insertInto('news_post_attachment')
      .values({ news_post_id: row.id, file_id: id, position, is_inline: file.picture !== undefined })
      .execute()
  }
}
