// Focus stays in the field (aria-activedescendant); an option itself never has it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import { PersonPresence } from '../../components/presence/person-presence.tsx'
import { m } from '../../messages/messages.js'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import { MarkedText } from './marked-text.tsx'
import { nameOf, type SearchGroup, type SearchOption } from './options.ts'
import styles from './search-dialog.module.css'

interface SearchListProps {
  id: string
  groups: readonly SearchGroup[]
  activeKey: string | undefined
  optionId: (option: SearchOption) => string
  onChoose: (option: SearchOption) => void
}

/** What can be chosen, in groups under headings. */
export function SearchList({ id, groups, activeKey, optionId, onChoose }: SearchListProps) {
  return (
    <div id={id} role="listbox" aria-label={m.search_results()} className={styles.list}>
      {groups.map((group) => (
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
          <div id={`${id}-${group.key}`} role="presentation" className={styles.heading}>
            {group.label}
          </div>
          {group.options.map((option) => (
            <Row
              key={option.key}
              id={optionId(option)}
              option={option}
              isActive={option.key === activeKey}
              onChoose={() => onChoose(option)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  id: string
  option: SearchOption
  isActive: boolean
  onChoose: () => void
}

function Row({ id, option, isActive, onChoose }: RowProps) {
  const { icon: Icon, title, detail, userId } = option
  return (
    <div
      ref={isActive ? scrollIntoView : undefined}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.picture}>
        {Icon ? <Icon aria-hidden fontSize="1.5rem" /> : <InitialsAvatar displayName={nameOf(option)} />}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <MarkedText text={title} />
        </span>
        {detail !== null && (
          <span className={styles.detail}>
            <MarkedText text={detail} />
          </span>
        )}
        {userId !== undefined && (
          <PersonPresence person={{ id: userId, givenName: nameOf(option).split(' ', 1)[0] ?? '' }} />
        )}
      </span>
      {isActive && (
        <span className={styles.open} aria-hidden="true">
          {m.search_open()}
        </span>
      )}
    </div>
  )
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}
