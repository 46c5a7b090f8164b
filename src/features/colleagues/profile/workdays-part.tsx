import { useState } from 'react'
import type { UserProfile } from '#api/users/contract.ts'
import { weekdayName } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { EditablePart } from './editable-part.tsx'
import { useSaveProfile } from './use-save-profile.ts'
import styles from './profile-edit.module.css'

const week = [1, 2, 3, 4, 5, 6, 7]

/** The days of the week a person works: on others they are not said to be there. */
export function WorkdaysPart({ person }: { person: UserProfile }) {
  const [days, setDays] = useState<readonly number[]>([])
  const save = useSaveProfile(person)
  return (
    <EditablePart
      title={m.profile_workdays()}
      onStart={() => setDays(person.workdays)}
      onSave={() => save({ workdays: [...days] }, { workdays: person.workdays })}
      fields={
        <fieldset className={styles.days}>
          <legend>{m.profile_workdaysHelp()}</legend>
          {week.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                onChange={({ target }) =>
                  setDays(week.filter((one) => (one === day ? target.checked : days.includes(one))))
                }
              />
              {weekdayName(day)}
            </label>
          ))}
        </fieldset>
      }
    >
      <p className={person.workdays.length === 0 ? styles.nothing : undefined}>
        {person.workdays.length === 0
          ? m.profile_workdaysNone()
          : person.workdays.map((day) => weekdayName(day)).join(', ')}
      </p>
    </EditablePart>
  )
}
