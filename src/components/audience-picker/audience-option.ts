import type { Audience } from '#api/news-posts/contract.ts'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { audienceRoles, type AudienceRole } from '#api/roles.ts'
import { m } from '../../messages/messages.js'
import type { ComboboxOption } from '../../ui/combobox.tsx'
import { audienceRoleName } from './audience-text.ts'

/** Something an audience can be given: everyone, a unit with all below it, or a role. */
export interface AudienceOption extends ComboboxOption {
  /** The audience once this is added. */
  add: (audience: Audience) => Audience
}

/** What can be added to `audience` for what is typed: units come from the API, the rest is matched here. */
export function audienceOptions(
  audience: Audience,
  text: string,
  units: readonly OrgUnit[],
): AudienceOption[] {
  const isMatch = (label: string) => label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())
  const everyone = audience.everyone ? [] : [everyoneOption()]
  const roles = audienceRoles.filter((role) => !audience.roles.includes(role)).map(roleOption)
  return [
    ...everyone.filter((option) => isMatch(option.label)),
    ...units.filter((unit) => !audience.orgUnitIds.includes(unit.id)).map(unitOption),
    ...roles.filter((option) => isMatch(option.label)),
  ]
}

function everyoneOption(): AudienceOption {
  return {
    key: 'everyone',
    label: m.parts_audienceEveryone(),
    add: () => ({ everyone: true, orgUnitIds: [], roles: [] }),
  }
}

function unitOption(unit: OrgUnit): AudienceOption {
  return {
    key: unit.id,
    label: unit.displayName,
    hint: unit.parentName ?? undefined,
    detail: m.parts_audienceEmployees({ count: unit.memberCount }),
    add: (audience) => ({ ...audience, everyone: false, orgUnitIds: [...audience.orgUnitIds, unit.id] }),
  }
}

function roleOption(role: AudienceRole): AudienceOption {
  return {
    key: role,
    label: audienceRoleName(role),
    hint: m.parts_audienceRole(),
    add: (audience) => ({ ...audience, everyone: false, roles: [...audience.roles, role] }),
  }
}
