import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons'
import { m } from '../../../messages/messages.js'
import { Yard } from '../../../ui/yard.tsx'
import { focusField } from './focus-field.ts'
import type { PublishCheck } from './publish-check.ts'
import styles from './edit-page.module.css'

/** «Før du publiserer»: what is in place, and what is missing, each with the way to its field. */
export function PublishChecklist({ checks }: { checks: readonly PublishCheck[] }) {
  return (
    <Yard title={m.news_beforePublishing()}>
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
    </Yard>
  )
}
