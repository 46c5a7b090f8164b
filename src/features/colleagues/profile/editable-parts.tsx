import type { UserProfile } from '#api/users/contract.ts'
import { m } from '../../../messages/messages.js'
import { AboutPart } from './about-part.tsx'
import { ListPart } from './list-part.tsx'
import { WorkdaysPart } from './workdays-part.tsx'
import styles from './profile-edit.module.css'

/** What the viewer may change of a profile, each where it stands. */
export function EditableParts({ person }: { person: UserProfile }) {
  const { canEdit, canEditResponsibilities } = person.permissions
  return (
    <div className={styles.parts}>
      {canEditResponsibilities && (
        <ListPart
          person={person}
          name="responsibilities"
          title={canEdit ? m.profile_askAbout() : m.profile_askAboutName({ name: person.givenName })}
          label={m.profile_newSubject()}
          help={m.profile_askAboutHelp()}
          nothing={m.profile_askAboutNone()}
        />
      )}
      {canEdit && (
        <>
          <AboutPart person={person} />
          <ListPart
            person={person}
            name="skills"
            title={m.profile_skills()}
            label={m.profile_newSkill()}
            help={m.profile_skillsHelp()}
            nothing={m.profile_skillsNone()}
          />
          <WorkdaysPart person={person} />
        </>
      )}
    </div>
  )
}
