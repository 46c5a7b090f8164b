import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { useRegisterAbsence } from '../../components/absence/absence-calls.ts'
import { absenceQueries } from '../../components/absence/absence-queries.ts'
import { personQueries } from '../../components/person-picker/person-queries.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AbsenceFields } from './absence-fields.tsx'
import { formOf } from './absence-form.ts'
import { AbsenceList } from './absence-list.tsx'
import styles from './absence-page.module.css'

export const handle = { backTo: paths.colleagues() }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const id = params.id ?? ''
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(personQueries.reference(id)),
    queryClient.ensureQueryData(absenceQueries.coming(id)),
  ])
  return null
}

/** Absence of somebody else: leaders say why and who stands in, the service desk only when (features.md K8). */
export function Component() {
  const { id = '' } = useParams()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: person } = useSuspenseQuery(personQueries.reference(id))
  const { data: absences } = useSuspenseQuery(absenceQueries.coming(id))
  const [round, setRound] = useState(0)
  const { mutate, isPending, error } = useRegisterAbsence(id)
  const name = person.displayName
  const givesReason = viewer.ledOrgUnitIds.length > 0
  return (
    <div className={styles.page}>
      <PageHeader name={m.absencePage_titleOf({ name })} lead={m.absencePage_leadOf({ name })} />
      <Sheet aria-labelledby="absence-coming">
        <h2 id="absence-coming">{m.absencePage_coming()}</h2>
        <AbsenceList absences={absences} name={name} givesReason={givesReason} />
      </Sheet>
      <Sheet aria-labelledby="absence-new">
        <h2 id="absence-new">{m.absencePage_newOf()}</h2>
        <AbsenceFields
          key={round}
          initial={formOf()}
          name={name}
          userId={id}
          givesReason={givesReason}
          label={m.absencePage_save()}
          isBusy={isPending}
          error={error}
          onSubmit={(body) => mutate(body, { onSuccess: () => setRound(round + 1) })}
        />
        <output>{round > 0 && m.absencePage_registered()}</output>
      </Sheet>
    </div>
  )
}
