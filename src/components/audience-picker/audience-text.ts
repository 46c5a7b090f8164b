import type { Audience } from '#api/news-posts/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import type { AudienceRole } from '#api/roles.ts'
import { m } from '../../messages/messages.js'
import { getLocale } from '../../lib/locale.ts'

/** What a role is called when something is addressed to it. */
export function audienceRoleName(role: AudienceRole): string {
  return roleNames[role]()
}

const roleNames: Record<AudienceRole, () => string> = {
  Editor: m.parts_roleEditor,
  Quality: m.parts_roleQuality,
  HR: m.parts_roleHr,
  SafetyRep: m.parts_roleSafetyRep,
  UnionRep: m.parts_roleUnionRep,
  DataProtection: m.parts_roleDataProtection,
  Crisis: m.parts_roleCrisis,
  ServiceDesk: m.parts_roleServiceDesk,
  Admin: m.parts_roleAdmin,
  Leader: m.parts_roleLeader,
}

/** Most names said before «og 3 til». */
const maxNames = 3

/** «Til Elvestrand sykehjem og Hjemmetjenesten». Empty when nobody is named yet. */
export function audienceText(audience: Audience, units: readonly OrgUnitReference[]): string {
  if (audience.everyone) return m.parts_audienceTo({ names: m.parts_audienceEveryoneLower() })
  const names = [...units.map((unit) => unit.displayName), ...audience.roles.map(audienceRoleName)]
  if (names.length === 0) return ''
  const shown = names.slice(0, maxNames)
  const rest = names.length - shown.length
  const list = rest > 0 ? [...shown, m.parts_audienceMore({ count: rest })] : shown
  return m.parts_audienceTo({ names: new Intl.ListFormat(getLocale()).format(list) })
}
