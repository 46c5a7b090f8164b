import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleIcon,
  QuestionmarkCircleIcon,
} from '@navikt/aksel-icons'
import { useRef, useState } from 'react'
import type { Absence } from '#api/absences/contract.ts'
import { useChangeAbsence, useRemoveAbsence } from '../../components/absence/absence-calls.ts'
import { kindNames, periodText } from '../../components/absence/absence-texts.ts'
import { m } from '../../messages/messages.js'
import { AbsenceFields } from './absence-fields.tsx'
import { formOf } from './absence-form.ts'
import styles from './absence-page.module.css'

interface AbsenceListProps {
  absences: readonly Absence[]
  /** Name of the person, when it is not oneself. */
  name: string | undefined
  givesReason: boolean
}

/** What is registered of somebody, changed and deleted in place. */
export function AbsenceList({ absences, name, givesReason }: AbsenceListProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLUListElement>(null)
  const remove = useRemoveAbsence((id, isHidden) =>
    setHidden((before) =>
      isHidden ? new Set(before).add(id) : new Set([...before].filter((one) => one !== id)),
    ),
  )
  const shown = absences.filter(({ id }) => !hidden.has(id))
  if (shown.length === 0) return <p className={styles.quiet}>{m.absencePage_none()}</p>
  return (
    <ul ref={heading} className={styles.list} tabIndex={-1}>
      {shown.map((absence) => (
        <Row
          key={absence.id}
          absence={absence}
          name={name}
          givesReason={givesReason}
          onRemove={() => {
            // The button that had the focus is gone.
            heading.current?.focus()
            remove(absence)
          }}
        />
      ))}
    </ul>
  )
}

interface RowProps {
  absence: Absence
  name: string | undefined
  givesReason: boolean
  onRemove: () => void
}

function Row({ absence, name, givesReason, onRemove }: RowProps) {
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useChangeAbsence()
  const period = periodText(absence)
  if (isOpen) {
    return (
      <li>
        <AbsenceFields
          initial={formOf(absence)}
          name={name}
          userId={absence.userId}
          // The reason is changed by those who know it.
          givesReason={givesReason && absence.kind !== null}
          label={m.absencePage_saveChange()}
          isBusy={isPending}
          error={error}
          onSubmit={(patch) => mutate({ absence, patch }, { onSuccess: () => setOpen(false) })}
          onCancel={() => setOpen(false)}
        />
      </li>
    )
  }
  return (
    <li>
      <div className={styles.about}>
        <h3>{period}</h3>
        <p className={styles.meta}>
          {absence.kind !== null && absence.kind !== 'other' && <span>{kindNames[absence.kind]()}</span>}
          {absence.note !== null && <span>{absence.note}</span>}
          {absence.registeredBy !== null && (
            <span>{m.absencePage_by({ name: absence.registeredBy.displayName })}</span>
          )}
          {absence.source === 'calendar' && <span>{m.absencePage_fromCalendar()}</span>}
        </p>
        <SubstituteLine absence={absence} />
      </div>
      {absence.permissions.canEdit && (
        <div className={styles.buttons}>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-label={m.absencePage_editWhich({ period })}
            onClick={() => setOpen(true)}
          >
            {m.absencePage_edit()}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-label={m.absencePage_deleteWhich({ period })}
            onClick={onRemove}
          >
            {m.absencePage_delete()}
          </button>
        </div>
      )}
    </li>
  )
}

/** What became of asking somebody to stand in. */
function SubstituteLine({ absence: { substitute, substituteStatus } }: { absence: Absence }) {
  if (substitute === null || substituteStatus === null) return null
  const { icon: Icon, text } = {
    proposed: { icon: QuestionmarkCircleIcon, text: m.absencePage_proposed },
    accepted: { icon: CheckmarkCircleFillIcon, text: m.absencePage_accepted },
    declined: { icon: ExclamationmarkTriangleIcon, text: m.absencePage_declined },
  }[substituteStatus]
  return (
    <p className={styles.substitute} data-status={substituteStatus}>
      <Icon aria-hidden fontSize="1.25rem" />
      {text({ name: substitute.displayName })}
    </p>
  )
}
