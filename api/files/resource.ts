import { sql } from 'kysely'
import { dateTime, guid, int, long, text } from '../graph/property.ts'
import type { Resource } from '../graph/resource.ts'
import { fileVisibleTo } from './policy.ts'

/** Stored files, one at a time: they are found through what holds them, never listed. */
export const files: Resource = {
  name: 'files',
  entity: 'file',
  from: () => sql`file`,
  visible: (viewer) => fileVisibleTo(viewer),
  properties: new Map([
    ['id', guid('file.id')],
    ['name', text('file.name')],
    ['mediaType', text('file.media_type')],
    ['size', long('file.size')],
    ['width', int('file.width', { nullable: true })],
    ['height', int('file.height', { nullable: true })],
    ['createdDateTime', dateTime('file.created_at')],
  ]),
  order: [],
}
