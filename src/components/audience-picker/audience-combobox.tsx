import { useQuery } from '@tanstack/react-query'
import { useState, type Ref } from 'react'
import type { Audience } from '#api/news-posts/contract.ts'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { m } from '../../messages/messages.js'
import { closedSearch, Combobox } from '../../ui/combobox.tsx'
import { useRested } from '../../ui/use-rested.ts'
import { audienceOptions, type AudienceOption } from './audience-option.ts'
import { orgUnitQueries } from './org-unit-queries.ts'

interface AudienceComboboxProps {
  ref: Ref<HTMLInputElement>
  id: string
  audience: Audience
  error?: string
  /** `unit` is given when the option is a unit. */
  onAdd: (option: AudienceOption, unit: OrgUnit | undefined) => void
}

/** Finds what to add to an audience while one types: everyone, a unit, a role. */
export function AudienceCombobox({ ref, id, audience, error, onAdd }: AudienceComboboxProps) {
  const [search, setSearch] = useState(closedSearch)
  const query = useQuery({
    ...orgUnitQueries.search(useRested(search.text.trim(), 200)),
    enabled: search.isOpen,
  })
  const units = query.data ?? []
  const options = audienceOptions(audience, search.text, units)

  return (
    <Combobox
      ref={ref}
      id={id}
      label={m.parts_audienceAdd()}
      placeholder={m.parts_audiencePlaceholder()}
      error={error}
      search={search}
      onSearch={setSearch}
      options={options}
      isLoading={query.isFetching}
      summary={
        options.length === 0 ? m.parts_audienceNoHits() : m.parts_audienceHits({ count: options.length })
      }
      failure={
        query.isError ? { text: m.parts_audienceFailed(), onRetry: () => void query.refetch() } : undefined
      }
      onChoose={(option) =>
        onAdd(
          option,
          units.find((unit) => unit.id === option.key),
        )
      }
    />
  )
}
