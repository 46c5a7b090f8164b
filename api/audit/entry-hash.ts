/** The fields of an audit entry that its hash covers. */
export interface HashedEntry {
  seq: number
  occurred_at: Date
  actor_id: string | null
  on_behalf_of_id: string | null
  action: string
  target_type: string
  target_id: string
  data: unknown
}

/** JSON with sorted keys, so that the same value always gives the same text (RFC 8785 for the values we store). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** SHA-256 over the previous entry's hash and the entry in canonical JSON (graph.md §6.9). */
export async function entryHash(previous: Uint8Array, entry: HashedEntry): Promise<Uint8Array> {
  const text = canonicalJson({ ...entry, occurred_at: entry.occurred_at.toISOString() })
  const json = new TextEncoder().encode(text)
  const input = new Uint8Array(previous.length + json.length)
  input.set(previous)
  input.set(json, previous.length)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input))
}
