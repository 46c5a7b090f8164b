import type { UserReference } from '#api/users/contract.ts'
import { PeoplePicker } from './people-picker.tsx'
import type { PersonFieldProps } from './person-combobox.tsx'

interface PersonPickerProps extends PersonFieldProps {
  value: UserReference | null
  onChange: (value: UserReference | null) => void
}

/** Chooses one employee; choosing another one takes the place of the first. */
export function PersonPicker({ value, onChange, ...field }: PersonPickerProps) {
  return (
    <PeoplePicker
      {...field}
      value={value === null ? [] : [value]}
      onChange={(people) => onChange(people.at(-1) ?? null)}
    />
  )
}
