import { Textfield } from '@digdir/designsystemet-react'
import { useId, useState } from 'react'
import { maxAboutMeLength, type UserProfile } from '#api/users/contract.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'
import { m } from '../../../messages/messages.js'
import { EditablePart } from './editable-part.tsx'
import { useSaveProfile } from './use-save-profile.ts'
import styles from './profile-edit.module.css'

/** What a person tells of oneself. */
export function AboutPart({ person }: { person: UserProfile }) {
  const id = useId()
  const [text, setText] = useState('')
  const save = useSaveProfile(person)
  const { open } = useSensitiveContent({ [id]: text })
  return (
    <EditablePart
      title={m.profile_aboutMe()}
      onStart={() => setText(person.aboutMe ?? '')}
      isBlocked={open.length > 0}
      onSave={() => save({ aboutMe: text.trim() || null }, { aboutMe: person.aboutMe })}
      fields={
        <div>
          <Textfield
            id={id}
            label={m.profile_aboutMe()}
            description={m.profile_aboutMeHelp()}
            multiline
            rows={4}
            maxLength={maxAboutMeLength}
            value={text}
            aria-describedby={`${id}-sensitive`}
            onChange={(event) => setText(event.target.value)}
          />
          <SensitiveContentWarning id={`${id}-sensitive`} findings={open} />
        </div>
      }
    >
      {person.aboutMe === null ? (
        <p className={styles.nothing}>{m.profile_aboutMeNone()}</p>
      ) : (
        <p className={styles.text}>{person.aboutMe}</p>
      )}
    </EditablePart>
  )
}
