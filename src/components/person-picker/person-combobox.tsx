import { useQuery } from '@tanstack/react-query'
import { useState, type Ref } from 'react'
import type { UserReference } from '#api/users/contract.ts'
import { m } from '../../messages/messages.js'
import { closedSearch, Combobox, type ComboboxOption } from '../../ui/combobox.tsx'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { useRested } from '../../ui/use-rested.ts'
import { personQueries, type PersonSuggestion } from './person-queries.ts'

/** Fewest letters to search for: with fewer, most employees would fit. */
const minLength = 2

/** What the field of every person picker can be told. */
export interface PersonFieldProps {
  /** Id of the field one types in: what an error summary or a checklist points at. */
  id: string
  label: string
  /** Help below the label. */
  description?: string
  /** Ids of people who cannot be chosen. */
  exclude?: readonly string[]
  /** What is wrong with the choice, in words. */
  error?: string
}

interface PersonComboboxProps extends PersonFieldProps {
  ref: Ref<HTMLInputElement>
  exclude: readonly string[]
  onChoose: (person: UserReference) => void
}

/** Finds an employee while one types: name, title and unit, so that namesakes can be told apart. */
export function PersonCombobox({ exclude, onChoose, ...field }: PersonComboboxProps) {
  const [search, setSearch] = useState(closedSearch)
  const typed = search.text.trim()
  const text = useRested(typed, 200)
  const isLong = typed.length >= minLength
  const query = useQuery({
    ...personQueries.search(text, exclude),
    enabled: search.isOpen && text.length >= minLength,
  })
  const people = isLong ? (query.data ?? []) : []

  return (
    <Combobox
      {...field}
      placeholder={m.person_placeholder()}
      search={search}
      onSearch={setSearch}
      options={people.map(optionOf)}
      isLoading={isLong && (query.isFetching || text !== typed)}
      summary={isLong ? hitsText(people.length, typed) : m.person_typeMore()}
      failure={query.isError ? { text: m.person_failed(), onRetry: () => void query.refetch() } : undefined}
      onChoose={({ person: { id, displayName, jobTitle } }) => onChoose({ id, displayName, jobTitle })}
    />
  )
}

interface PersonOption extends ComboboxOption {
  person: PersonSuggestion
}

function optionOf(person: PersonSuggestion): PersonOption {
  const { id, displayName, jobTitle, department } = person
  return {
    person,
    key: id,
    label: displayName,
    hint: [jobTitle, department].filter(Boolean).join(', ') || undefined,
    picture: <InitialsAvatar displayName={displayName} />,
  }
}

function hitsText(count: number, text: string): string {
  return count === 0 ? m.person_noHits({ text }) : m.person_hits({ count })
}
