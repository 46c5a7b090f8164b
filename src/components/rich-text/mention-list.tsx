// The list belongs to a text field that is not an input, so it is our own, worked from the text.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import { useQuery } from '@tanstack/react-query'
import { useEditorState, type Editor } from '@tiptap/react'
import { useEffect, useId, useLayoutEffect, useState } from 'react'
import type { UserReference } from '#api/users/contract.ts'
import { m } from '../../messages/messages.js'
import { useSignal } from '../../lib/signal.ts'
import { useRested } from '../../ui/use-rested.ts'
import type { MentionDraft, MentionLink } from './extensions/mention.ts'
import { placeNear } from './mention-place.ts'
import { searchDirectory, type SearchPeople } from './people-search.ts'
import styles from './mention-list.module.css'

interface MentionListProps {
  editor: Editor
  link: MentionLink
  searchPeople?: SearchPeople
}

/**
 * The people who can be mentioned, while a name is written after an `@`. The focus stays in the text, which names the
 * marked person by `aria-activedescendant`.
 */
export function MentionList({ editor, link, searchPeople = searchDirectory }: MentionListProps) {
  const draft = useSignal(link.draft)
  const isFocused = useEditorState({ editor, selector: (state) => state.editor.isFocused })
  const query = useRested(draft?.query.trim() ?? '', 150)
  const { data, isError } = useQuery({
    queryKey: ['users', 'mention', query],
    queryFn: ({ signal }) => searchPeople(query, signal),
    enabled: draft !== null && query !== '',
    placeholderData: (previous) => previous,
  })
  if (draft === null || !isFocused || query === '') return null
  // A sentence that goes on after a name nobody has needs no message.
  if (!isError && (data === undefined || (data.length === 0 && draft.query.includes(' ')))) return null
  return <OpenList editor={editor} link={link} draft={draft} people={data ?? []} isError={isError} />
}

interface OpenListProps {
  editor: Editor
  link: MentionLink
  draft: MentionDraft
  people: UserReference[]
  isError: boolean
}

function OpenList({ editor, link, draft, people, isError }: OpenListProps) {
  const listId = useId()
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const [activeId, setActiveId] = useState<string>()
  // The first is marked from the start, so that Enter takes the person one has typed.
  const activeIndex = Math.max(
    0,
    people.findIndex((person) => person.id === activeId),
  )
  const active = people[activeIndex]
  const activeOptionId = active && `${listId}-${active.id}`

  useEffect(() => {
    link.onKey.set((event) => {
      if (active === undefined) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) {
        setActiveId(people.at((activeIndex + step) % people.length)?.id)
        return true
      }
      if (
        (event.key !== 'Enter' && event.key !== 'Tab') ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey
      ) {
        return false
      }
      draft.insert(active)
      return true
    })
    return () => link.onKey.set(null)
  }, [link, draft, people, active, activeIndex])

  useEffect(() => {
    // These belong to the editor's element, which React does not draw.
    const text = editor.view.dom
    const attributes = {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': activeOptionId,
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) text.removeAttribute(name)
      else text.setAttribute(name, value)
    }
    return () => Object.keys(attributes).forEach((name) => text.removeAttribute(name))
  }, [editor, listId, activeOptionId])

  useLayoutEffect(() => {
    if (box === null) return
    const place = () => placeNear(box, draft.place())
    place()
    // The keyboard of a phone comes and goes without the page being told otherwise.
    const screen = window.visualViewport
    screen?.addEventListener('resize', place)
    return () => screen?.removeEventListener('resize', place)
  }, [box, draft, people.length])

  return (
    <div ref={setBox} className={styles.box}>
      <div id={listId} role="listbox" aria-label={m.parts_mentionSuggestions()} className={styles.list}>
        {people.map((person) => (
          <div
            key={person.id}
            ref={person === active ? scrollIntoView : undefined}
            id={`${listId}-${person.id}`}
            role="option"
            aria-selected={person === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => draft.insert(person)}
          >
            {person.displayName}
            {person.jobTitle !== null && <span className={styles.hint}>{person.jobTitle}</span>}
          </div>
        ))}
      </div>
      <output className={people.length === 0 ? styles.noHits : 'ds-sr-only'}>
        {summary(people.length, isError)}
      </output>
    </div>
  )
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}

function summary(count: number, isError: boolean): string {
  if (isError) return m.parts_mentionFailed()
  return count === 0 ? m.parts_mentionNoHits() : m.parts_audienceHits({ count })
}
