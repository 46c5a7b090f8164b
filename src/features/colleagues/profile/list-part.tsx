import { Button, Textfield } from '@digdir/designsystemet-react'
import { useId, useRef, useState } from 'react'
import { maxSubjectLength, maxSubjects, type UserProfile } from '#api/users/contract.ts'
import { SensitiveContentWarning } from '../../../components/sensitive-content/sensitive-content-warning.tsx'
import { useSensitiveContent } from '../../../components/sensitive-content/use-sensitive-content.ts'
import { m } from '../../../messages/messages.js'
import { ChosenChip, ChosenChips } from '../../../ui/chosen-chips.tsx'
import { EditablePart } from './editable-part.tsx'
import { useSaveProfile } from './use-save-profile.ts'
import styles from './profile-edit.module.css'

interface ListPartProps {
  person: UserProfile
  /** Which list. */
  name: 'responsibilities' | 'skills'
  title: string
  /** Of the field for a new one. */
  label: string
  /** Help below the field. */
  help: string
  /** Stands there while the list is empty. */
  nothing: string
}

/** Subjects or skills: written one by one, each becomes a chip that takes it out again. */
export function ListPart({ person, name, title, label, help, nothing }: ListPartProps) {
  const id = useId()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [words, setWords] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const [announcement, setAnnouncement] = useState('')
  const save = useSaveProfile(person)
  const all = withWord(words, text)
  const { open } = useSensitiveContent({ [id]: all.join('\n') })
  const saved = person[name]

  function add() {
    if (all.length > words.length) setAnnouncement(m.person_added({ name: text.trim() }))
    setWords(all)
    setText('')
    field.current?.focus()
  }

  return (
    <EditablePart
      title={title}
      onStart={() => {
        setWords(saved)
        setText('')
      }}
      isBlocked={open.length > 0}
      problem={all.length > maxSubjects ? m.profile_tooMany({ max: maxSubjects }) : undefined}
      onSave={() => save({ [name]: all }, { [name]: saved })}
      fields={
        <>
          <ChosenChips label={m.person_chosen({ label: title })}>
            {words.map((word) => (
              <ChosenChip
                key={word}
                label={word}
                onRemove={() => {
                  setWords(words.filter((one) => one !== word))
                  setAnnouncement(m.person_removed({ name: word }))
                  field.current?.focus()
                }}
              />
            ))}
          </ChosenChips>
          <div className={styles.adding}>
            <Textfield
              ref={field}
              id={id}
              label={label}
              description={help}
              maxLength={maxSubjectLength}
              value={text}
              aria-describedby={`${id}-sensitive`}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                // With nothing written Enter saves, as in any form.
                if (event.key !== 'Enter' || text.trim() === '') return
                event.preventDefault()
                add()
              }}
            />
            <Button type="button" variant="secondary" onClick={add}>
              {m.profile_add()}
            </Button>
          </div>
          <SensitiveContentWarning id={`${id}-sensitive`} findings={open} />
          <output className="ds-sr-only">{announcement}</output>
        </>
      }
    >
      {saved.length === 0 ? (
        <p className={styles.nothing}>{nothing}</p>
      ) : (
        <ul className={styles.words}>
          {saved.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
    </EditablePart>
  )
}

/** The list with one more, unless it is there, however it is written. Several can be written with commas between. */
function withWord(words: readonly string[], text: string): readonly string[] {
  const known = new Set(words.map((word) => word.toLowerCase()))
  const more = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && !known.has(word.toLowerCase()))
  return [...words, ...new Map(more.map((word) => [word.toLowerCase(), word])).values()]
}
