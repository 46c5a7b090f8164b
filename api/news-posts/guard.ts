import type { Transaction } from 'kysely'
import { actorOf } from '../acting.ts'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { AcceptedFinding } from '../text/accepted-finding.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { plainText } from '../text/plain-text.ts'
import type { RichTextDocument } from '../rich-text/contract.ts'
import type { Viewer } from '../viewer.ts'

/** The free texts of a post that the guard reads. */
export interface GuardedTexts {
  title?: string
  lead?: string
  body?: RichTextDocument
  coverImage?: string
  actionRequired?: string
}

const fieldsOf = ({
  title,
  lead,
  body,
  coverImage,
  actionRequired,
}: GuardedTexts): Record<string, string> => ({
  ...(title === undefined ? {} : { title }),
  ...(lead === undefined ? {} : { lead }),
  ...(body === undefined ? {} : { body: plainText(body) }),
  ...(coverImage === undefined ? {} : { coverImage }),
  ...(actionRequired === undefined ? {} : { actionRequired }),
})

/**
 * Runs the sensitive-data guard over what is about to be saved.
 * @param previous what is saved already; numbers answered for there are not asked about again.
 * @returns the answers that were needed, to be logged with `recordAccepted`.
 * @throws 422 `sensitiveContent`
 */
export const guardTexts = (
  texts: GuardedTexts,
  accepted: readonly AcceptedFinding[] = [],
  previous: GuardedTexts = {},
): AcceptedFinding[] => checkSensitiveContent(fieldsOf(texts), accepted, fieldsOf(previous))

/** Logs that the author said of each finding: this is not a national identity number. Places, never numbers. */
export async function recordAccepted(
  trx: Transaction<Database>,
  viewer: Viewer,
  newsPostId: string,
  accepted: readonly AcceptedFinding[],
  at: Date,
): Promise<void> {
  if (accepted.length === 0) return
  await record(trx, {
    ...actorOf(viewer),
    action: 'newsPost.sensitiveContentAccepted',
    targetType: 'newsPost',
    targetId: newsPostId,
    data: { findings: accepted },
    at,
  })
}
