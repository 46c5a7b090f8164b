// The options are of several kinds under headings, which a datalist cannot show; they are worked from the field.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { maxQueryLength } from '#api/search/contract.ts'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { nextOption } from '../../ui/next-option.ts'
import { useRested } from '../../ui/use-rested.ts'
import { looksSensitive } from './looks-sensitive.ts'
import { groupsBefore, groupsFor, type SearchOption } from './options.ts'
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts'
import styles from './search-dialog.module.css'
import { SearchFooter } from './search-footer.tsx'
import { SearchList } from './search-list.tsx'
import { SearchNotice } from './search-notice.tsx'
import { minLength, searchQueries, totalOf } from './search-queries.ts'

/** Milliseconds the keys rest before it is asked: short, since the answer before stays meanwhile. */
const rest = 120

interface SearchBoxProps {
  viewer: Me
  /** Something was chosen, and one is on the way there. */
  onLeave: () => void
  closeButton: ReactNode
}

/** The field one types in and what it offers: the ARIA pattern of a combobox with a listbox in groups. */
export function SearchBox({ viewer, onLeave, closeButton }: SearchBoxProps) {
  const id = useId()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [activeKey, setActiveKey] = useState<string>()
  const [recent, setRecent] = useState(() => recentSearches(viewer.id))
  const typed = text.trim()
  const isLong = typed.length >= minLength
  const rested = useRested(typed, rest)
  const query = useQuery({ ...searchQueries.whileTyping(rested), enabled: rested.length >= minLength })
  const isSensitive = isLong && query.data === null
  const answer = isLong ? (query.data ?? undefined) : undefined

  const groups = isLong && !isSensitive ? groupsFor(viewer, typed, answer) : groupsBefore(viewer, recent)
  const shown = isSensitive ? [] : groups
  const options = shown.flatMap((group) => group.options)
  const activeIndex = options.findIndex(({ key }) => key === activeKey)
  const optionId = (option: SearchOption) => `${id}-${option.key}`

  async function go(to: string, search?: string) {
    if (search !== undefined) {
      if (await looksSensitive(search)) return
      rememberSearch(viewer.id, search)
    }
    onLeave()
    await navigate(to)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = nextOption(activeIndex, event.key === 'ArrowDown' ? 1 : -1, options.length)
      setActiveKey(options[next]?.key)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const active = options[activeIndex]
      if (active) void go(active.to, active.search)
      else if (typed !== '') void go(paths.search({ q: typed }), typed)
    }
  }

  return (
    <>
      <div className={styles.field}>
        <MagnifyingGlassIcon aria-hidden fontSize="1.5rem" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type in it
          autoFocus
          type="text"
          role="combobox"
          aria-label={m.search_title()}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeIndex === -1 ? undefined : `${id}-${activeKey}`}
          aria-invalid={isSensitive || undefined}
          aria-describedby={`${id}-notice`}
          placeholder={m.search_placeholder()}
          maxLength={maxQueryLength}
          enterKeyHint="search"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActiveKey(undefined)
          }}
          onKeyDown={onKeyDown}
        />
        {closeButton}
      </div>
      <div className={styles.body}>
        <SearchNotice
          id={`${id}-notice`}
          typed={typed}
          answer={answer}
          isSensitive={isSensitive}
          isSettled={isLong && !query.isFetching && rested === typed}
          hits={answer ? totalOf(answer) : 0}
          failure={query.isError && isLong ? () => void query.refetch() : undefined}
        />
        <SearchList
          id={`${id}-list`}
          groups={shown}
          activeKey={activeKey}
          optionId={optionId}
          onChoose={(option) => void go(option.to, option.search)}
        />
        {!isLong && recent.length > 0 && (
          <button
            type="button"
            className={styles.forget}
            onClick={() => {
              forgetSearches(viewer.id)
              setRecent([])
            }}
          >
            {m.search_forget()}
          </button>
        )}
      </div>
      <SearchFooter isActive={activeIndex !== -1} canSearch={typed !== ''} />
    </>
  )
}
