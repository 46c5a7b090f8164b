import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Audience } from '#api/news-posts/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import { m } from '../../messages/messages.js'
import { ChosenChip, ChosenChips } from '../../ui/chosen-chips.tsx'
import { AudienceCombobox } from './audience-combobox.tsx'
import { audienceRoleName } from './audience-text.ts'
import { orgUnitQueries } from './org-unit-queries.ts'
import styles from './audience-picker.module.css'

interface AudiencePickerProps {
  /** Id of the field one types in: what an error summary or a checklist points at. */
  id: string
  value: Audience
  onChange: (value: Audience) => void
  /** Names already known, so that a chip need not wait for its name. */
  knownUnits: readonly OrgUnitReference[]
  error?: string
}

/** Chooses who something is for: everyone, units with all that is below them, roles. */
export function AudiencePicker({ id, value, onChange, knownUnits, error }: AudiencePickerProps) {
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [announcement, setAnnouncement] = useState('')
  const units = useQueries({ queries: value.orgUnitIds.map(orgUnitQueries.detail) })

  /** After a chip is gone its button is gone too, so the focus needs a new place. */
  function remove(name: string, next: Audience) {
    onChange(next)
    setAnnouncement(m.parts_audienceRemoved({ name }))
    input.current?.focus()
  }

  const nameOf = (unitId: string, index: number) =>
    units[index]?.data?.displayName ?? knownUnits.find((unit) => unit.id === unitId)?.displayName ?? '…'

  return (
    <div className={styles.picker}>
      <ChosenChips label={m.parts_audienceChosen()}>
        {value.everyone && (
          <ChosenChip
            label={m.parts_audienceEveryone()}
            onRemove={() => remove(m.parts_audienceEveryone(), { ...value, everyone: false })}
          />
        )}
        {value.orgUnitIds.map((unitId, index) => (
          <ChosenChip
            key={unitId}
            label={nameOf(unitId, index)}
            detail={units[index]?.data?.memberCount}
            onRemove={() =>
              remove(nameOf(unitId, index), {
                ...value,
                orgUnitIds: value.orgUnitIds.filter((other) => other !== unitId),
              })
            }
          />
        ))}
        {value.roles.map((role) => (
          <ChosenChip
            key={role}
            label={audienceRoleName(role)}
            onRemove={() =>
              remove(audienceRoleName(role), {
                ...value,
                roles: value.roles.filter((other) => other !== role),
              })
            }
          />
        ))}
      </ChosenChips>
      <AudienceCombobox
        ref={input}
        id={id}
        audience={value}
        error={error}
        onAdd={(option, unit) => {
          if (unit) queryClient.setQueryData(orgUnitQueries.detail(unit.id).queryKey, unit)
          onChange(option.add(value))
          setAnnouncement(m.parts_audienceAdded({ name: option.label }))
        }}
      />
      <output className="ds-sr-only">{announcement}</output>
    </div>
  )
}
