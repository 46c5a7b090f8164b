import { useRef, useState } from 'react'
import type { UserReference } from '#api/users/contract.ts'
import { m } from '../../messages/messages.js'
import { ChosenChip, ChosenChips } from '../../ui/chosen-chips.tsx'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { PersonCombobox, type PersonFieldProps } from './person-combobox.tsx'
import styles from './person-picker.module.css'

interface PeoplePickerProps extends PersonFieldProps {
  value: readonly UserReference[]
  onChange: (value: UserReference[]) => void
}

/** Chooses employees, as many as are needed; each becomes a chip that takes the person out again. */
export function PeoplePicker({ value, onChange, exclude = [], ...field }: PeoplePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [announcement, setAnnouncement] = useState('')

  /** After a chip is gone its button is gone too, so the focus needs a new place. */
  function remove(person: UserReference) {
    onChange(value.filter(({ id }) => id !== person.id))
    setAnnouncement(m.person_removed({ name: person.displayName }))
    input.current?.focus()
  }

  return (
    <div className={styles.picker}>
      <ChosenChips label={m.person_chosen({ label: field.label })}>
        {value.map((person) => (
          <ChosenChip
            key={person.id}
            label={person.displayName}
            detail={person.jobTitle ?? undefined}
            picture={<InitialsAvatar displayName={person.displayName} />}
            onRemove={() => remove(person)}
          />
        ))}
      </ChosenChips>
      <PersonCombobox
        ref={input}
        {...field}
        exclude={[...exclude, ...value.map(({ id }) => id)]}
        onChoose={(person) => {
          onChange([...value, person])
          setAnnouncement(m.person_added({ name: person.displayName }))
        }}
      />
      <output className="ds-sr-only">{announcement}</output>
    </div>
  )
}
