import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRegisterAbsence } from '../../components/absence/absence-calls.ts'
import { absenceNow, absenceQueries } from '../../components/absence/absence-queries.ts'
import { periodText } from '../../components/absence/absence-texts.ts'
import { AwayChoices } from '../../components/absence/away-choices.tsx'
import { BackButton } from '../../components/absence/back-button.tsx'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AbsenceFields } from './absence-fields.tsx'
import { formOf } from './absence-form.ts'
import { AbsenceList } from './absence-list.tsx'
import { CalendarImport } from './calendar-import.tsx'
import { Substitutions } from './substitutions.tsx'
import styles from './absence-page.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(absenceQueries.coming()),
    queryClient.ensureQueryData(absenceQueries.substitutions()),
  ])
  return null
}

/** My absence: now, what comes, whom I have asked to stand in, and who has asked me (features.md K22, K25). */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: absences } = useSuspenseQuery(absenceQueries.coming())
  const { data: substitutions } = useSuspenseQuery(absenceQueries.substitutions())
  const current = absenceNow(absences)
  return (
    <div className={styles.page}>
      <PageHeader name={m.absencePage_title()} lead={m.absence_whoSees()} />
      <Substitutions substitutions={substitutions} />
      <Sheet aria-labelledby="away-now">
        <h2 id="away-now">{current ? m.absence_youAreAway() : m.absencePage_nowTitle()}</h2>
        {current ? (
          <div className={styles.now}>
            <p>{periodText(current)}</p>
            <BackButton absence={current} />
          </div>
        ) : (
          <AwayChoices />
        )}
      </Sheet>
      <Sheet aria-labelledby="absence-coming">
        <h2 id="absence-coming">{m.absencePage_coming()}</h2>
        <AbsenceList absences={absences} name={undefined} givesReason />
      </Sheet>
      <Sheet aria-labelledby="absence-new">
        <h2 id="absence-new">{m.absencePage_new()}</h2>
        <NewAbsenceForm viewerId={viewer.id} />
      </Sheet>
      <Sheet aria-labelledby="absence-import">
        <h2 id="absence-import">{m.calendarImport_title()}</h2>
        <CalendarImport />
      </Sheet>
    </div>
  )
}

function NewAbsenceForm({ viewerId }: { viewerId: string }) {
  const [round, setRound] = useState(0)
  const { mutate, isPending, error } = useRegisterAbsence()
  return (
    <>
      <AbsenceFields
        key={round}
        initial={formOf()}
        name={undefined}
        userId={viewerId}
        givesReason
        label={m.absencePage_save()}
        isBusy={isPending}
        error={error}
        onSubmit={(body) => mutate(body, { onSuccess: () => setRound(round + 1) })}
      />
      <output>{round > 0 && m.absencePage_registered()}</output>
    </>
  )
}
