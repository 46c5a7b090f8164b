import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { invalidQueryOption } from '../http/errors.ts'
import { parseSelect } from '../odata/parse-select.ts'
import type { Viewer } from '../viewer.ts'
import type { Resource } from './resource.ts'
import { readRows, selectedShape, toWire, wholeShape, type ReadRow, type Shape } from './read.ts'

/** One neighbour to bring along, and what of it. */
export interface ExpandStep {
  name: string
  by: string
  resource: Resource
  shape: Shape
}

/** `manager` or `manager($select=id,displayName)`; one neighbour, one level (graph.md §1.6). */
export function parseExpand(resource: Resource, text: string | undefined): ExpandStep[] {
  if (text === undefined) return []
  const match = /^\s*(\w+)\s*(?:\(\s*\$select=([\w/,\s]+)\))?\s*$/.exec(text)
  const name = match?.[1] ?? ''
  const expansion = Object.hasOwn(resource.expand ?? {}, name) ? resource.expand?.[name] : undefined
  if (!expansion) throw invalidQueryOption('$expand', `${resource.name} cannot expand that.`)
  const target = expansion.resource()
  const select = match?.[2]
  const shape =
    select === undefined
      ? wholeShape(target, false)
      : selectedShape(target, parseSelect(select, target.properties))
  return [{ name, by: expansion.by, resource: target, shape }]
}

/** Reads all neighbours of a page in one statement each, and sets them on the wire objects. */
export async function expandRows(
  db: Kysely<Database>,
  viewer: Viewer,
  steps: readonly ExpandStep[],
  rows: readonly ReadRow[],
  wire: readonly Record<string, unknown>[],
): Promise<void> {
  for (const step of steps) {
    const ids = [...new Set(rows.map(({ row }) => row[step.by]).filter((id) => id !== null))]
    const found = await readRows(db, viewer, step.resource, {
      shape: step.shape,
      where: [sql`${step.resource.properties.get('id')?.expression} = any(${ids}::uuid[])`],
      limit: ids.length,
    })
    const byId = new Map(found.map(({ row }) => [row.id, toWire(step.resource, step.shape, row, viewer)]))
    rows.forEach(({ row }, i) =>
      Object.assign(wire[i] ?? {}, { [step.name]: byId.get(row[step.by]) ?? null }),
    )
  }
}
