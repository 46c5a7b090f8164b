import type { UpdateObject } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { sendUpdated, withId } from '../graph/entity.ts'
import { readRows, toWire } from '../graph/read.ts'
import { allow } from '../http/allow.ts'
import { readJson } from '../http/body.ts'
import type { ApiContext } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { UserPatch, type UserProfile } from './contract.ts'
import { canPatchUser } from './policy.ts'
import { users } from './resource.ts'

const shape = { properties: ['aboutMe', 'responsibilities', 'skills'], computed: ['permissions'] }

/**
 * Answers `PATCH /me` and `PATCH /users/{id}`: what a person tells of oneself. Whoever leads them, and the service desk,
 * keep the subjects they can be asked about.
 * @throws 404 for somebody the viewer may not know of, 403, 422 `sensitiveContent`
 */
export async function patchUser(c: ApiContext, userId: string): Promise<Response> {
  const { deps, viewer } = c.var
  const patch = await readJson(c, UserPatch)
  await deps.db.transaction().execute(async (trx) => {
    await trx.selectFrom('user').select('id').where('id', '=', userId).forNoKeyUpdate().execute()
    const [found] = await readRows(trx, viewer, users, { shape, where: [withId(users, userId)], limit: 1 })
    if (!found) throw notFound()
    // Made by the resource itself, in the shape of the contract.
    const before = toWire(users, shape, found.row, viewer) as unknown as UserProfile
    allow(canPatchUser(before.permissions, patch))
    checkSensitiveContent(textsOf(patch), [], textsOf(before))
    const changed = Object.keys(patch)
    if (changed.length === 0) return
    await trx.updateTable('user').set(columnsOf(patch)).where('id', '=', userId).execute()
    await record(trx, {
      actorId: viewer.id,
      action: 'user.changed',
      targetType: 'user',
      targetId: userId,
      data: { changed },
      at: deps.now(),
    })
  })
  return sendUpdated(c, users, userId)
}

const textsOf = ({
  aboutMe,
  responsibilities,
  skills,
}: Pick<UserPatch, 'aboutMe' | 'responsibilities' | 'skills'>): Record<string, string> => ({
  aboutMe: aboutMe ?? '',
  responsibilities: (responsibilities ?? []).join('\n'),
  skills: (skills ?? []).join('\n'),
})

/** Kysely leaves undefined columns as they are. */
const columnsOf = (patch: UserPatch): UpdateObject<Database, 'user'> => ({
  about_me: patch.aboutMe === '' ? null : patch.aboutMe,
  responsibilities: patch.responsibilities && unique(patch.responsibilities),
  skills: patch.skills && unique(patch.skills),
  workdays: patch.workdays && [...new Set(patch.workdays)].sort((a, b) => a - b),
  preferred_language: patch.preferredLanguage,
})

/** Each once, however it is written; the first writing stands. */
const unique = (subjects: readonly string[]): string[] =>
  [...new Map(subjects.toReversed().map((subject) => [subject.toLowerCase(), subject])).values()].toReversed()
