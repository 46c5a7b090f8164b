import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import { focusField } from './focus-field.ts'
import type { PublishCheck } from './publish-check.ts'
import styles from './edit-page.module.css'

interface PublishChecklistProps {
  checks: readonly PublishCheck[]
  /** The yard is taken by something that matters more. */
  isQuiet: boolean
  /** Somebody else publishes it. */
  isSubmitted: boolean
}

/** «Før du publiserer»: what is in place, and what is missing, each with the way to its field. */
export function PublishChecklist({ checks, isQuiet, isSubmitted }: PublishChecklistProps) {
  return (
    <Yard title={isSubmitted ? m.newsEditor_beforeSubmitting() : m.news_beforePublishing()} isCalm={isQuiet}>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check.name}>
            {check.isDone ? (
              <CheckmarkCircleFillIcon title={m.news_checkDone()} />
            ) : (
              <CircleIcon title={m.news_checkMissing()} />
            )}
            {check.isDone ? (
              <span>{check.text}</span>
            ) : (
              <button type="button" className={styles.toField} onClick={() => focusField(check.target)}>
                {check.text}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isSubmitted && <p className={styles.whoApproves}>{m.newsEditor_whoApproves()}</p>}
    </Yard>
  )
}
