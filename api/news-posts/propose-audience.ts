import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Audience } from './contract.ts'

/** A recipient of an e-mail. */
export interface MailRecipient {
  name: string
  /** '' when only the sender's own organisation knows it. */
  address: string
}

/** Lists that mean everyone, by the part before the @ or by the name shown. */
const everyoneNames = new Set([
  'alle',
  'alle ansatte',
  'alleansatte',
  'alle tilsette',
  'alletilsette',
  'all staff',
])

const words = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * Who the e-mail was for, as an audience (features.md N20): a list for all is everyone; a list or a shown name
 * that is a unit's name is that unit. Persons are not an audience, and are passed over.
 * @returns the audience, and the recipients that are neither a unit nor a person of the directory.
 */
export async function proposeAudience(
  db: Kysely<Database>,
  recipients: readonly MailRecipient[],
): Promise<{ audience: Audience; unmatched: string[] }> {
  const audience: Audience = { everyone: false, orgUnitIds: [], roles: [] }
  const names = recipients.map(({ name, address }) => ({
    address,
    shown: address || name,
    keys: [words(name), words(address.split('@')[0] ?? '')].filter((key) => key !== ''),
  }))
  if (names.some(({ keys }) => keys.some((key) => everyoneNames.has(key)))) {
    return { audience: { ...audience, everyone: true }, unmatched: [] }
  }
  const units = await db.selectFrom('org_unit').select(['id', 'display_name']).execute()
  const unitIds = new Map<string, string[]>()
  for (const { id, display_name } of units) {
    const key = words(display_name)
    unitIds.set(key, [...(unitIds.get(key) ?? []), id])
  }
  const addresses = recipients.map(({ address }) => address.toLowerCase()).filter((address) => address !== '')
  const people =
    addresses.length === 0
      ? []
      : await db.selectFrom('user').select('mail').where('mail', 'in', addresses).execute()
  const known = new Set(people.map(({ mail }) => mail))
  const unmatched: string[] = []
  for (const { address, shown, keys } of names) {
    // A name several units share says nothing certain; the editor chooses.
    const unit = keys.map((key) => unitIds.get(key)).find((ids) => ids?.length === 1)?.[0]
    if (unit !== undefined) audience.orgUnitIds.push(unit)
    else if (!known.has(address.toLowerCase())) unmatched.push(shown)
  }
  return { audience: { ...audience, orgUnitIds: [...new Set(audience.orgUnitIds)].slice(0, 100) }, unmatched }
}
