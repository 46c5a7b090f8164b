import { HandHeartIcon, LightBulbIcon, ThumbUpIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import { reactions, type Reaction, type ReactionCount } from '#api/reactions/contract.ts'
import { requestNothing } from '../../lib/request.ts'
import { useLocale } from '../../lib/locale.ts'
import { m } from '../../messages/messages.js'
import styles from './reaction-bar.module.css'

interface ReactionBarProps {
  /** Address in the API of what is reacted to: `/v1.0/newsPosts/{id}`. */
  path: string
  own: Reaction | null
  counts: readonly ReactionCount[]
  canReact: boolean
  /** Tells the page what now holds, for its cache. */
  onChange: (own: Reaction | null, counts: ReactionCount[]) => void
}

const faces = {
  like: { Icon: ThumbUpIcon, word: m.reactions_like },
  useful: { Icon: LightBulbIcon, word: m.reactions_useful },
  thanks: { Icon: HandHeartIcon, word: m.reactions_thanks },
}

/** What one thinks, with one press. It shows at once, and is taken back when it could not be saved. */
export function ReactionBar({ path, own, counts, canReact, onChange }: ReactionBarProps) {
  useLocale()
  const [hasFailed, setFailed] = useState(false)
  const countOf = (reaction: Reaction) => counts.find((one) => one.reaction === reaction)?.count ?? 0

  async function press(reaction: Reaction) {
    const next = own === reaction ? null : reaction
    const before = [...counts]
    setFailed(false)
    onChange(next, moved(counts, own, next))
    try {
      await (next === null
        ? requestNothing(`${path}/unsetReaction`, { method: 'POST' })
        : requestNothing(`${path}/setReaction`, { method: 'POST', body: { reaction: next } }))
    } catch {
      onChange(own, before)
      setFailed(true)
    }
  }

  if (!canReact && counts.length === 0) return null
  return (
    <div>
      <ul className={styles.bar} aria-label={m.reactions_label()}>
        {reactions.map((reaction) => {
          const { Icon, word } = faces[reaction]
          const count = countOf(reaction)
          const content = (
            <>
              <Icon aria-hidden />
              {word()}
              {count > 0 && (
                <>
                  <span className={styles.count}>{` ${count}`}</span>
                  <span className="ds-sr-only">{` ${m.reactions_chosen()}`}</span>
                </>
              )}
            </>
          )
          if (!canReact && count === 0) return null
          return (
            <li key={reaction}>
              {canReact ? (
                <button
                  type="button"
                  className={styles.reaction}
                  aria-pressed={own === reaction}
                  onClick={() => void press(reaction)}
                >
                  {content}
                </button>
              ) : (
                <span className={styles.reaction}>{content}</span>
              )}
            </li>
          )
        })}
      </ul>
      <p role="alert" className={styles.problem}>
        {hasFailed && m.reactions_failed()}
      </p>
    </div>
  )
}

/** The counts after one person's change. */
function moved(
  counts: readonly ReactionCount[],
  from: Reaction | null,
  to: Reaction | null,
): ReactionCount[] {
  const count = (reaction: Reaction) =>
    (counts.find((one) => one.reaction === reaction)?.count ?? 0) +
    (reaction === to ? 1 : 0) -
    (reaction === from ? 1 : 0)
  return reactions
    .map((reaction) => ({ reaction, count: Math.max(0, count(reaction)) }))
    .filter((one) => one.count > 0)
}
