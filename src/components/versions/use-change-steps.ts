import { type RefObject, useState } from 'react'
import { m } from '../../messages/messages.js'

/** Where the reader is among the changes shown. */
interface ChangeSteps {
  /** «Endring 2 av 5»; empty before the first step. */
  position: string
  /** The words of the change the reader came to, for reading aloud. */
  words: string
  /** Goes to the change after (1) or before (-1) this one, round the end. */
  step: (direction: 1 | -1) => void
  /** Forgets the place, when other things are shown. */
  reset: () => void
}

const nowhere = { index: -1, position: '', words: '' }

/**
 * Steps through the `ins` and `del` inside an element. Focus stays on the button, so that one key goes on to the next;
 * the change is scrolled to, framed (`data-current`) and read aloud.
 */
export function useChangeSteps(area: RefObject<HTMLElement | null>): ChangeSteps {
  const [place, setPlace] = useState(nowhere)

  const clear = () => {
    for (const element of area.current?.querySelectorAll('[data-current]') ?? []) {
      element.removeAttribute('data-current')
    }
  }

  const step = (direction: 1 | -1) => {
    clear()
    const changes = area.current === null ? [] : findChanges(area.current)
    const from = place.index === -1 && direction === -1 ? 0 : place.index
    const index = (from + direction + changes.length) % changes.length
    const change = changes[index]
    if (change === undefined) return
    for (const element of change) element.setAttribute('data-current', 'true')
    change[0]?.scrollIntoView({ block: 'center' })
    setPlace({
      index,
      position: m.versions_changeOf({ index: index + 1, total: changes.length }),
      words: change.map((element) => element.textContent.trim()).join(' '),
    })
  }

  const reset = () => {
    clear()
    setPlace(nowhere)
  }

  return { position: place.position, words: place.words, step, reset }
}

/** The changes in reading order. What has no unchanged text in between is one change: a word replaced, a list removed. */
function findChanges(area: HTMLElement): Element[][] {
  const changes: Element[][] = []
  for (const element of area.querySelectorAll('ins, del')) {
    const change = changes.at(-1)
    const last = change?.at(-1)
    if (change !== undefined && last !== undefined && belongTogether(last, element)) change.push(element)
    else changes.push([element])
  }
  return changes
}

function belongTogether(one: Element, other: Element): boolean {
  if (one.closest('[data-part]') !== other.closest('[data-part]')) return false
  const between = document.createRange()
  between.setStartAfter(one)
  between.setEndBefore(other)
  return between.toString().trim() === ''
}
