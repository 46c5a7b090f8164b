import { allow } from '../http/allow.ts'
import { versionToConfirm } from './write.ts'
import { confirmVersion } from './readings.ts'
import type { LockedNewsPost } from './store.ts'
import { log, type WriteContext } from './write-context.ts'

/**
 * Confirms for somebody who is away, whom the viewer stands in for (features.md N25): it counts as theirs, and tells who
 * did it. @throws 403 for anybody else, and when nothing is asked of them; 409 `versionChanged`
 */
export async function confirmForPrincipal(
  context: WriteContext,
  post: LockedNewsPost,
  principalId: string,
  seen: number | undefined,
): Promise<void> {
  const { trx, viewer, now } = context
  const principal = viewer.actsFor.find(({ id }) => id === principalId.toLowerCase())
  allow(principal !== undefined)
  const reading = await trx
    .selectFrom('news_post_reading')
    .select('confirmed_version')
    .where('news_post_id', '=', post.id)
    .where('user_id', '=', principal.id)
    .executeTakeFirst()
  const version = versionToConfirm(
    {
      ...post,
      isRecipient: post.audienceKeys.some((key) => principal.audienceKeys.includes(key)),
      confirmedVersion: reading?.confirmed_version ?? null,
    },
    seen,
  )
  if (version === undefined) return
  await confirmVersion(trx, post.id, principal.id, version, now, viewer.id)
  await log({ trx, now, viewer: { id: viewer.id, onBehalfOf: principal } }, 'confirmed', post.id, { version })
}
