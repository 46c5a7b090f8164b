import { Button } from '@digdir/designsystemet-react'
import { dayOf, formatLongDateTime } from '../../../lib/dates.ts'
import { addDays, nextMonth, osloTime } from '#api/time/oslo.ts'
import { m } from '../../../messages/messages.js'
import { Choice } from '../../../ui/choice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { fieldIds } from './field-ids.ts'
import { FoldedGroup } from './folded-group.tsx'
import { MomentField } from '../../../components/moment-field.tsx'
import type { PostForm } from './post-form.ts'
import type { PublishCheck } from './publish-check.ts'
import styles from './edit-page.module.css'

interface TimingPanelProps {
  form: Pick<PostForm, 'publishDateTime' | 'expirationDateTime' | 'pinnedUntilDateTime'>
  /** The day in Oslo. */
  today: string
  /** The post has been out, so nothing is left to schedule. */
  hasBeenOut: boolean
  errorOf: (name: PublishCheck['name']) => string | undefined
  onChange: (part: Partial<PostForm>) => void
}

/** Before work begins: a post is read in the morning. */
const morning = '08:00'
/** The last minute of a day: «ut fredag» means that Friday is counted. */
const endOfDay = '23:59'

/** When it goes out, when it leaves the feed, and how long it lies on top. */
export function TimingPanel({ form, today, hasBeenOut, errorOf, onChange }: TimingPanelProps) {
  const { publishDateTime, expirationDateTime, pinnedUntilDateTime } = form
  const from = publishDateTime === null ? today : dayOf(new Date(publishDateTime))
  const expire = (day: string) => onChange({ expirationDateTime: osloTime(day, endOfDay).toISOString() })
  const pin = (day: string) => onChange({ pinnedUntilDateTime: osloTime(day, endOfDay).toISOString() })
  return (
    <Sheet aria-labelledby="timing-title" className={styles.panel}>
      <h2 id="timing-title" className={styles.panelTitle}>
        {hasBeenOut ? m.newsEditor_timingOut() : m.newsEditor_timing()}
      </h2>
      {!hasBeenOut && (
        <PublishTime
          value={publishDateTime}
          today={today}
          error={errorOf('publishDateTime')}
          onChange={(value) => onChange({ publishDateTime: value })}
        />
      )}
      <div>
        <FoldedGroup
          name={m.newsEditor_expiration()}
          chosen={expirationDateTime === null ? m.newsEditor_never() : formatLongDateTime(expirationDateTime)}
          hasError={errorOf('expirationDateTime') !== undefined}
        >
          <p className={styles.help}>{m.newsEditor_expirationWhat()}</p>
          <div className={styles.suggestions}>
            <Button variant="secondary" onClick={() => expire(addDays(from, 7))}>
              {m.newsEditor_oneWeek()}
            </Button>
            <Button variant="secondary" onClick={() => expire(nextMonth(from))}>
              {m.newsEditor_oneMonth()}
            </Button>
            {expirationDateTime !== null && (
              <Button variant="tertiary" onClick={() => onChange({ expirationDateTime: null })}>
                {m.newsEditor_noExpiration()}
              </Button>
            )}
          </div>
          <MomentField
            id={fieldIds.expirationDateTime}
            label={m.newsEditor_expiration()}
            value={expirationDateTime}
            usualTime={endOfDay}
            firstDay={from}
            error={errorOf('expirationDateTime')}
            onChange={(value) => onChange({ expirationDateTime: value })}
          />
        </FoldedGroup>
        <FoldedGroup
          name={m.newsEditor_pin()}
          chosen={
            pinnedUntilDateTime === null
              ? m.newsEditor_notPinned()
              : m.newsEditor_until({ when: formatLongDateTime(pinnedUntilDateTime) })
          }
          hasError={errorOf('pinnedUntilDateTime') !== undefined}
        >
          <p className={styles.help}>{m.newsEditor_pinWhat()}</p>
          <div className={styles.suggestions}>
            <Button variant="secondary" onClick={() => pin(addDays(from, 7))}>
              {m.newsEditor_oneWeek()}
            </Button>
            {pinnedUntilDateTime !== null && (
              <Button variant="tertiary" onClick={() => onChange({ pinnedUntilDateTime: null })}>
                {m.newsEditor_noPin()}
              </Button>
            )}
          </div>
          <MomentField
            id={fieldIds.pinnedUntilDateTime}
            label={m.newsEditor_pin()}
            value={pinnedUntilDateTime}
            usualTime={endOfDay}
            firstDay={from}
            error={errorOf('pinnedUntilDateTime')}
            onChange={(value) => onChange({ pinnedUntilDateTime: value })}
          />
        </FoldedGroup>
      </div>
    </Sheet>
  )
}

interface PublishTimeProps {
  value: string | null
  today: string
  error: string | undefined
  onChange: (value: string | null) => void
}

function PublishTime({ value, today, error, onChange }: PublishTimeProps) {
  return (
    <>
      <Choice
        legend={m.newsEditor_publishTime()}
        options={[
          { value: 'now', label: m.newsEditor_publishNow() },
          { value: 'later', label: m.newsEditor_publishLater() },
        ]}
        value={value === null ? 'now' : 'later'}
        onChange={(choice) =>
          onChange(choice === 'now' ? null : osloTime(addDays(today, 1), morning).toISOString())
        }
      />
      {value !== null && (
        <>
          <MomentField
            id={fieldIds.publishDateTime}
            label={m.newsEditor_publishMoment()}
            value={value}
            usualTime={morning}
            firstDay={today}
            error={error}
            onChange={onChange}
          />
          <output>{m.newsEditor_goesOut({ when: formatLongDateTime(value) })}</output>
        </>
      )}
    </>
  )
}
