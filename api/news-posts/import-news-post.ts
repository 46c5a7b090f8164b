import type { Kysely } from 'kysely'
import { record } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { checkFile, insertFile, type CheckedFile } from '../files/store.ts'
import { sendCreated } from '../graph/entity.ts'
import { allow } from '../http/allow.ts'
import { readBytes } from '../http/body.ts'
import type { ApiContext } from '../http/env.ts'
import { ApiError, unsupportedMediaType } from '../http/errors.ts'
import { messageMediaTypes, type MessageMediaType } from '../mail/message-media-type.ts'
import { maxMessageSize } from '../mail/message-part.ts'
import type { ImportedAttachment, ImportedMessage } from './import-message.ts'
import { imageFileIds } from '../rich-text/document.ts'
import { withoutImages } from '../rich-text/without-images.ts'
import { plainText } from '../text/plain-text.ts'
import { findSensitiveContent } from '../text/sensitive-content.ts'
import { maxLeadLength, maxTitleLength, type ImportedNewsPost } from './contract.ts'
import { guardTexts } from './guard.ts'
import { canCreateNewsPost } from './policy.ts'
import { proposeAudience } from './propose-audience.ts'
import { documentWithoutNumbers, withoutNumbers } from './remove-numbers.ts'
import { countRecipients } from './recipients.ts'
import { newsPosts } from './resource.ts'
import { audienceColumns, bodyColumns, insertNewsPost, setAttachments } from './store.ts'

type ImportNotes = ImportedNewsPost['importNotes']

/**
 * `POST /v1.0/newsPosts/importMessage`: the message itself becomes a draft (features.md N20), with what could not
 * come along told in `importNotes`. As `application/octet-stream` its kind is told from the content.
 * @throws 415 for another media type, 413 over 25 MiB, 422 with the reason when no draft can be made, 503 when too many
 *   messages are waiting to be read.
 */
export async function importNewsPost(c: ApiContext): Promise<Response> {
  const { deps, viewer } = c.var
  allow(canCreateNewsPost())
  const mediaType = statedMediaType(c.req.header('content-type') ?? '')
  const message = await deps.readMessage(await readBytes(c, maxMessageSize), mediaType)
  const { audience, unmatched } = await proposeAudience(deps.db, message.recipients)
  const notes: ImportNotes = [
    ...message.notes,
    ...unmatched.map((target) => ({ code: 'audienceUnmatched', target })),
  ]
  const sender = await findSender(deps.db, message)
  if (sender === undefined) {
    notes.push({ code: 'senderUnknown', target: message.from?.address || message.from?.name })
  }
  const hasAudience = audience.everyone || audience.orgUnitIds.length > 0
  // How many the e-mail went to: a list stands for all who are on it.
  const reached = hasAudience ? await countRecipients(deps.db, audience) : message.recipients.length
  // All that takes time is done before the transaction, which holds the audit log from its first entry.
  const checked = await checkAttachments(message.attachments, notes)
  const stored = new Set(checked.keys())
  const texts = coverNumbers(message, stored, notes)
  const id = await deps.db.transaction().execute(async (trx) => {
    const now = deps.now()
    // Communications may write in the sender's name; others bring in their own news.
    const authorId = viewer.roles.has('Editor') ? (sender?.id ?? viewer.id) : viewer.id
    const author = await trx
      .selectFrom('user')
      .select('org_unit_id')
      .where('id', '=', authorId)
      .executeTakeFirst()
    const newsPostId = await insertNewsPost(trx, {
      title: texts.title,
      lead: texts.lead,
      ...bodyColumns(texts.body),
      ...audienceColumns(audience),
      importance: 'normal',
      confirm_by: null,
      author_id: authorId,
      responsible_unit_id: author?.org_unit_id ?? null,
      created_at: now,
      changed_at: now,
      changed_by_id: viewer.id,
    })
    for (const [fileId, file] of checked) await insertFile(trx, file, { id: fileId, userId: viewer.id, now })
    await setAttachments(trx, newsPostId, ...splitInline(message.attachments, stored))
    await trx
      .insertInto('news_post_import')
      .values({
        news_post_id: newsPostId,
        sender_unit_id: sender?.orgUnitId ?? null,
        recipient_count: reached,
        imported_at: now,
      })
      .execute()
    await record(trx, {
      actorId: viewer.id,
      ...(authorId === viewer.id ? {} : { onBehalfOfId: authorId }),
      action: 'newsPost.imported',
      targetType: 'newsPost',
      targetId: newsPostId,
      data: { recipientCount: message.recipients.length, notes: notes.map(({ code }) => code) },
      at: now,
    })
    return newsPostId
  })
  return sendCreated(c, newsPosts, id, { importNotes: notes })
}

/** @returns undefined when the content has to tell. @throws 415 for what is no kind of message. */
function statedMediaType(header: string): MessageMediaType | undefined {
  const stated = /^[^;]*/.exec(header)?.[0].trim().toLowerCase()
  const known = messageMediaTypes.find((type) => type === stated)
  if (known === undefined && stated !== 'application/octet-stream') {
    throw unsupportedMediaType(messageMediaTypes.join(', '))
  }
  return known
}

async function findSender(db: Kysely<Database>, { from }: ImportedMessage) {
  if (!from?.address) return undefined
  return db
    .selectFrom('user')
    .select(['id', 'org_unit_id as orgUnitId'])
    .where('mail', '=', from.address.toLowerCase())
    .where('account_enabled', '=', true)
    .executeTakeFirst()
}

/** Checks what came along; what is refused is told, and the draft comes all the same. @returns the good, by id. */
async function checkAttachments(
  attachments: readonly ImportedAttachment[],
  notes: ImportNotes,
): Promise<Map<string, CheckedFile>> {
  const checked = new Map<string, CheckedFile>()
  for (const { id, name, bytes, isInline } of attachments) {
    const safeName = withoutNumbers(name)
    try {
      checked.set(id, await checkFile({ name: safeName, bytes }))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      notes.push({ code: isInline ? 'imageRefused' : 'attachmentRefused', target: safeName })
    }
  }
  return checked
}

function splitInline(
  attachments: readonly ImportedAttachment[],
  stored: ReadonlySet<string>,
): [string[], string[]] {
  const kept = attachments.filter(({ id }) => stored.has(id))
  const ids = (isInline: boolean) => kept.filter((item) => item.isInline === isInline).map(({ id }) => id)
  return [ids(false), ids(true)]
}

/** The texts of the draft: identity numbers covered, pictures that were refused left out. */
function coverNumbers(message: ImportedMessage, stored: ReadonlySet<string>, notes: ImportNotes) {
  const refused = imageFileIds(message.body).filter((id) => !stored.has(id))
  const body = documentWithoutNumbers(withoutImages(message.body, new Set(refused)))
  const title = withoutNumbers(message.subject).slice(0, maxTitleLength).trim()
  const lead = withoutNumbers(message.lead).slice(0, maxLeadLength).trim()
  const texts = [message.subject, message.lead, plainText(message.body)]
  if (texts.some((text) => findSensitiveContent(text).length > 0)) {
    notes.push({ code: 'sensitiveContentRemoved' })
  }
  // A number pieced together over several runs of text is still there: then no draft is made.
  guardTexts({ title, lead, body })
  return { title, lead, body }
}
