import { useQuery } from '@tanstack/react-query'
import type { Audience } from '#api/news-posts/contract.ts'
import type { OrgUnitReference } from '#api/org-units/contract.ts'
import { AudiencePicker } from '../../../components/audience-picker/audience-picker.tsx'
import { formatNumber } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { fieldIds } from './field-ids.ts'
import { newsQueries } from '../queries.ts'
import styles from './edit-page.module.css'

interface AudiencePanelProps {
  audience: Audience
  knownUnits: readonly OrgUnitReference[]
  /** Minutes it takes one person to read the post. */
  minutes: number
  error: string | undefined
  onChange: (audience: Audience) => void
}

const everyone: Audience = { everyone: true, orgUnitIds: [], roles: [] }

/** «Hvem skal få den?», and what it costs in working time that they read it. */
export function AudiencePanel({ audience, knownUnits, minutes, error, onChange }: AudiencePanelProps) {
  const isChosen = audience.everyone || audience.orgUnitIds.length + audience.roles.length > 0
  const { data: count } = useQuery({ ...newsQueries.recipients(audience), enabled: isChosen })
  const { data: all } = useQuery(newsQueries.recipients(everyone))

  return (
    <Sheet aria-labelledby="audience-title" className={styles.panel}>
      <h2 id="audience-title" className={styles.panelTitle}>
        {m.news_audienceTitle()}
      </h2>
      <AudiencePicker
        id={fieldIds.audience}
        value={audience}
        knownUnits={knownUnits}
        error={error}
        onChange={onChange}
      />
      <output className={styles.cost}>
        {isChosen && count !== undefined && (
          <>
            <strong>
              {m.news_cost({
                count,
                recipients: formatNumber(count),
                minutes,
                hours: hoursText(count, minutes),
              })}
            </strong>
            <span>
              {m.news_costWhat()}{' '}
              {!audience.everyone &&
                all !== undefined &&
                m.news_costEveryone({ hours: hoursText(all, minutes) })}
            </span>
          </>
        )}
      </output>
    </Sheet>
  )
}

/** «8,5 timer»: halves below twenty hours, whole hours above. */
function hoursText(people: number, minutes: number): string {
  const exact = (people * minutes) / 60
  const count = exact < 20 ? Math.max(0.5, Math.round(exact * 2) / 2) : Math.round(exact)
  return m.news_hours({ count, number: formatNumber(count) })
}
