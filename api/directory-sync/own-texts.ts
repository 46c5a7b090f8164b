import type { Selectable } from 'kysely'
import type { DirectoryTexts } from '../database/directory-tables.ts'
import type { UserTable } from '../database/schema.ts'
import { maxAboutMeLength, maxSubjectLength, maxSubjects } from '../users/contract.ts'

/** The texts a person writes about themselves. */
export type OwnTexts = Pick<Selectable<UserTable>, 'about_me' | 'responsibilities' | 'skills'>

/** What is written of them, and what is remembered of what the directory said. */
export interface MergedTexts {
  columns: Partial<OwnTexts>
  /** Graph's names of what changes. */
  fields: string[]
  written: DirectoryTexts
}

const subjects = (values: readonly string[] | undefined) =>
  values?.filter((value) => value.length <= maxSubjectLength).slice(0, maxSubjects)

/**
 * A text is the person's own once they have edited it: the directory's is used where there is none, or where the one
 * there is came from the directory and has not been touched. An empty text in the directory takes nothing away.
 * @param before as the directory last gave them.
 */
export function mergeTexts(own: OwnTexts, before: DirectoryTexts, found: DirectoryTexts): MergedTexts {
  const merged: MergedTexts = { columns: {}, fields: [], written: { ...before } }
  const aboutMe = found.aboutMe?.slice(0, maxAboutMeLength)
  if (aboutMe && isDirectorys(own.about_me, before.aboutMe) && aboutMe !== own.about_me) {
    merged.columns.about_me = aboutMe
    merged.fields.push('aboutMe')
    merged.written.aboutMe = aboutMe
  }
  for (const name of ['responsibilities', 'skills'] as const) {
    const values = subjects(found[name])
    if (!values?.length || !isDirectorys(own[name], before[name]) || same(values, own[name])) continue
    merged.columns[name] = values
    merged.fields.push(name)
    merged.written[name] = values
  }
  return merged
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Whether what stands there is what the directory gave, or nothing has ever stood there. */
const isDirectorys = (value: string | string[] | null, given: string | string[] | null | undefined) =>
  given === undefined || given === null ? !value?.length : same(value, given)
