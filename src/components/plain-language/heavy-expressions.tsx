import { ArrowRightIcon } from '@navikt/aksel-icons'
import { Button } from '@digdir/designsystemet-react'
import type { HeavyExpression } from '#api/text/plain-language.ts'
import { m } from '../../messages/messages.js'
import type { PlacedFinding } from './checked-field.ts'
import { FoldedList } from './folded-list.tsx'
import type { FindingGroup } from './group-findings.ts'
import { PlaceButton } from './place-button.tsx'
import styles from './plain-language.module.css'

interface HeavyExpressionsProps {
  groups: readonly FindingGroup<PlacedFinding<HeavyExpression>>[]
  onShow: (finding: PlacedFinding) => void
  onReplace: (findings: readonly PlacedFinding<HeavyExpression>[]) => void
}

/** «i henhold til» → «etter», with a button that changes one, and one that changes all of the same. */
export function HeavyExpressions({ groups, onShow, onReplace }: HeavyExpressionsProps) {
  if (groups.length === 0) return null
  return (
    <FoldedList label={m.plain_heavyLabel()} items={groups} keyOf={({ key }) => key}>
      {({ first, all }) => {
        const names = { from: first.text, to: first.replacement }
        return (
          <div className={styles.row}>
            <PlaceButton onShow={() => onShow(first)}>
              <span className={styles.heavy}>«{first.text}»</span>{' '}
              <ArrowRightIcon aria-hidden className={styles.arrow} />
              <span className="ds-sr-only">{m.plain_becomes()}</span> <strong>«{first.replacement}»</strong>
            </PlaceButton>
            <Button
              type="button"
              variant="secondary"
              data-replace=""
              aria-label={m.plain_replaceNamed(names)}
              onClick={() => onReplace([first])}
            >
              {m.plain_replace()}
            </Button>
            {all.length > 1 && (
              <Button
                type="button"
                variant="tertiary"
                className={styles.all}
                data-replace=""
                aria-label={m.plain_replaceAllNamed({ ...names, count: all.length })}
                onClick={() => onReplace(all)}
              >
                {m.plain_replaceAll({ count: all.length })}
              </Button>
            )}
          </div>
        )
      }}
    </FoldedList>
  )
}
