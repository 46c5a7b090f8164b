import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import { m } from '../../messages/messages.js'
import { ChosenChip, ChosenChips } from '../../ui/chosen-chips.tsx'
import { closedSearch, Combobox } from '../../ui/combobox.tsx'
import { useRested } from '../../ui/use-rested.ts'
import { orgUnitQueries } from '../audience-picker/org-unit-queries.ts'
import styles from './person-picker.module.css'

interface UnitPickerProps {
  /** Id of the field one types in. */
  id: string
  label: string
  description?: string
  /** Id of the chosen unit. */
  value: string | null
  onChange: (value: OrgUnitReference | null) => void
  /** Ids of units that cannot be chosen. */
  exclude?: readonly string[]
  error?: string
  /** The choice is shown elsewhere. */
  isChipHidden?: boolean
}

/** Chooses one unit of the organisation; choosing another takes the place of the first. */
export function UnitPicker({ value, onChange, exclude = [], isChipHidden, ...field }: UnitPickerProps) {
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState(closedSearch)
  const [announcement, setAnnouncement] = useState('')
  const chosen = useQuery({ ...orgUnitQueries.detail(value ?? ''), enabled: value !== null }).data
  const query = useQuery({
    ...orgUnitQueries.search(useRested(search.text.trim(), 200)),
    enabled: search.isOpen,
  })
  const units = (query.data ?? []).filter(({ id }) => id !== value && !exclude.includes(id))

  return (
    <div className={styles.picker}>
      {!isChipHidden && value !== null && (
        <ChosenChips label={m.person_chosen({ label: field.label })}>
          <ChosenChip
            label={chosen?.displayName ?? '…'}
            onRemove={() => {
              onChange(null)
              setAnnouncement(m.person_removed({ name: chosen?.displayName ?? '' }))
              input.current?.focus()
            }}
          />
        </ChosenChips>
      )}
      <Combobox
        ref={input}
        {...field}
        placeholder={m.person_unitPlaceholder()}
        search={search}
        onSearch={setSearch}
        options={units.map((unit) => ({
          key: unit.id,
          label: unit.displayName,
          hint: unit.parentName ?? undefined,
          unit,
        }))}
        isLoading={query.isFetching}
        summary={units.length === 0 ? m.person_unitNoHits() : m.person_hits({ count: units.length })}
        failure={
          query.isError ? { text: m.person_unitFailed(), onRetry: () => void query.refetch() } : undefined
        }
        onChoose={({ unit }) => {
          queryClient.setQueryData(orgUnitQueries.detail(unit.id).queryKey, unit)
          onChange({ id: unit.id, displayName: unit.displayName })
          setAnnouncement(m.person_added({ name: unit.displayName }))
        }}
      />
      <output className="ds-sr-only">{announcement}</output>
    </div>
  )
}
