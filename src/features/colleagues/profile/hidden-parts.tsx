import type { UserProfile } from '#api/users/contract.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'

/** What each part that can be hidden is called. */
export const partNames = {
  person: m.profile_hidesPerson,
  photo: m.profile_hidesPhoto,
  place: m.profile_hidesPlace,
  phone: m.profile_hidesPhone,
}

/** For the person and HR: what others do not see. Nothing when nothing is hidden. */
export function HiddenParts({ protection }: { protection: UserProfile['protection'] }) {
  if (protection === null || protection.hides.length === 0) return null
  const parts = protection.hides.map((part) => partNames[part]().toLocaleLowerCase())
  return <Notice tone="info">{m.profile_hidden({ parts: parts.join(', ') })}</Notice>
}
