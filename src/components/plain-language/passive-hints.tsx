import type { Passive } from '#api/text/plain-language.ts'
import { m } from '../../messages/messages.js'
import type { PlacedFinding } from './checked-field.ts'
import { FoldedList } from './folded-list.tsx'
import type { FindingGroup } from './group-findings.ts'
import { PlaceButton } from './place-button.tsx'
import styles from './plain-language.module.css'

interface PassiveHintsProps {
  groups: readonly FindingGroup<PlacedFinding<Passive>>[]
  onShow: (finding: PlacedFinding) => void
}

/** Verbs that do not say who acts. Only the author knows, so there is nothing to replace them with. */
export function PassiveHints({ groups, onShow }: PassiveHintsProps) {
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="plain-passive">
      <p id="plain-passive">{m.plain_whoDoesIt()}</p>
      <FoldedList labelledBy="plain-passive" items={groups} keyOf={({ key }) => key}>
        {({ first, all }) => (
          <PlaceButton onShow={() => onShow(first)}>
            <span className={styles.passive}>«{first.text}»</span>{' '}
            {all.length > 1 && m.plain_places({ count: all.length })}
          </PlaceButton>
        )}
      </FoldedList>
    </section>
  )
}
