import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { entryHash } from './entry-hash.ts'

/** What a check of the chain found. */
export interface Verification {
  isIntact: boolean
  /** Entries read. */
  entryCount: number
  /** The first entry that is not what was written, or is missing; null when intact. */
  firstBadSequence: number | null
  /** End of the chain: keep it elsewhere (on paper, in another system) and hand it in later to prove nothing was cut off. */
  head: { sequence: number; hash: string }
}

const pageSize = 1000
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Recomputes the whole chain (graph.md §6.9). Finds edited, inserted, removed and reordered entries, and a tail
 * cut off without touching the head; with `anchor` also a chain that was rewritten as a whole since.
 */
export async function verifyAuditLog(
  db: Kysely<Database>,
  anchor?: { sequence: number; hash: string },
): Promise<Verification> {
  const head = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
  let previous: Uint8Array = new Uint8Array(32)
  let expected = 1
  const result = (firstBadSequence: number | null): Verification => ({
    isIntact: firstBadSequence === null,
    entryCount: expected - 1,
    firstBadSequence,
    head: { sequence: head.seq, hash: hex(head.hash) },
  })
  for (;;) {
    const entries = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>=', expected)
      .where('seq', '<=', head.seq)
      .orderBy('seq')
      .limit(pageSize)
      .execute()
    for (const entry of entries) {
      if (entry.seq !== expected) return result(expected)
      const { prev_hash, hash, ...fields } = entry
      const computed = await entryHash(previous, fields)
      if (hex(prev_hash) !== hex(previous) || hex(hash) !== hex(computed)) return result(expected)
      if (anchor?.sequence === entry.seq && anchor.hash !== hex(hash)) return result(expected)
      previous = computed
      expected++
    }
    if (entries.length < pageSize) break
  }
  if (expected !== head.seq + 1 || hex(previous) !== hex(head.hash)) return result(expected)
  if (anchor && anchor.sequence > head.seq) return result(head.seq + 1)
  return result(null)
}
