import { sql } from 'kysely'
import type { HiddenPart } from '#api/database/people-tables.ts'
import type { TestApi } from '../call-api.ts'

/** The protected people of the seed; one gets a photo, which is hidden. */
export async function findProtected(db: TestApi['db'], now: Date) {
  const find = async (part: HiddenPart) =>
    db
      .selectFrom('person_protection')
      .innerJoin('user', 'user.id', 'person_protection.user_id')
      .select(['user.id', 'display_name', 'org_unit_id', 'manager_id', 'mobile_phone', 'business_phones'])
      .where(sql<boolean>`${part} = any(hides)`)
      .executeTakeFirstOrThrow()
  const hidden = await find('person')
  const placeHidden = await find('place')
  const phoneHidden = await find('phone')
  await db
    .insertInto('user_photo')
    .values({
      user_id: phoneHidden.id,
      media_type: 'image/png',
      bytes: new TextEncoder().encode('x'),
      width: 1,
      height: 1,
      changed_at: now,
    })
    .execute()
  return {
    hidden: {
      id: hidden.id,
      displayName: hidden.display_name,
      unitId: hidden.org_unit_id ?? '',
      managerId: hidden.manager_id ?? '',
    },
    placeHiddenId: placeHidden.id,
    placeHiddenUnitId: placeHidden.org_unit_id ?? '',
    phoneHidden: { id: phoneHidden.id, number: phoneHidden.business_phones[0] ?? '' },
  }
}
