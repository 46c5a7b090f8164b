import { withId } from '../graph/entity.ts'
import { readRows, toWire } from '../graph/read.ts'
import type { ApiContext } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { contentLines, escaped, oneLine } from '../text/content-lines.ts'
import type { User } from './contract.ts'
import { users } from './resource.ts'

const shape = {
  properties: [
    'displayName',
    'givenName',
    'surname',
    'jobTitle',
    'mail',
    'mobilePhone',
    'businessPhones',
    'department',
    'officeLocation',
  ],
  computed: [],
}
type Card = Pick<
  User,
  | 'id'
  | 'displayName'
  | 'givenName'
  | 'surname'
  | 'jobTitle'
  | 'mail'
  | 'mobilePhone'
  | 'businessPhones'
  | 'department'
  | 'officeLocation'
>

/** Answers `GET …/vCard`: the person for an address book, with what the viewer may see. @throws 404 */
export async function sendVcard(c: ApiContext, userId: string): Promise<Response> {
  const { deps, viewer } = c.var
  const [found] = await readRows(deps.db, viewer, users, { shape, where: [withId(users, userId)], limit: 1 })
  if (!found) throw notFound()
  // Made by the resource itself, in the shape of the contract.
  const card = toWire(users, shape, found.row, viewer) as unknown as Card
  const { display_name } = await deps.db
    .selectFrom('organization')
    .select('display_name')
    .executeTakeFirstOrThrow()
  return c.body(vcardOf(card, display_name), 200, {
    'Content-Type': 'text/vcard; charset=utf-8',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${card.displayName}.vcf`)}`,
  })
}

const value = (text: string) => escaped(oneLine(text))
/** A telephone number as an address; Norwegian ones are given their country. */
const telephone = (number: string) => {
  const digits = number.replaceAll(/[^\d+]/g, '')
  return digits.startsWith('+') ? digits : digits.startsWith('00') ? `+${digits.slice(2)}` : `+47${digits}`
}

/** A person as vCard 4.0 (RFC 6350). */
export function vcardOf(card: Card, organization: string): string {
  const unit = card.department === null ? '' : `;${value(card.department)}`
  return contentLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:uuid:${card.id}`,
    `FN:${value(card.displayName)}`,
    `N:${value(card.surname)};${value(card.givenName)};;;`,
    `ORG:${value(organization)}${unit}`,
    ...(card.jobTitle === null ? [] : [`TITLE:${value(card.jobTitle)}`]),
    ...(card.mail === null ? [] : [`EMAIL;TYPE=work:${value(card.mail)}`]),
    ...(card.mobilePhone === null
      ? []
      : [`TEL;VALUE=uri;TYPE="cell,work":tel:${telephone(card.mobilePhone)}`]),
    ...card.businessPhones.map((number) => `TEL;VALUE=uri;TYPE="voice,work":tel:${telephone(number)}`),
    ...(card.officeLocation === null
      ? []
      : [`ADR;TYPE=work;LABEL="${parameter(card.officeLocation)}":;;;;;;`]),
    'END:VCARD',
  ])
}

/** Text within the quotes of a parameter, which may hold neither quotes nor line breaks (RFC 6350 §3.3). */
const parameter = (text: string) => oneLine(text).replaceAll('"', '’')
