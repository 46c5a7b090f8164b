// A datalist can show neither hints nor pictures, so list and options are our own, worked from the field.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react'
import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { m } from '../messages/messages.js'
import styles from './combobox.module.css'
import { nextOption } from './next-option.ts'

/** Something that can be chosen. */
export interface ComboboxOption {
  /** Tells options apart; part of an element's id. */
  key: string
  label: string
  /** A second line that tells equal labels apart. */
  hint?: string
  /** At the end of the row: a number, a state. */
  detail?: string
  /** Before the label; decoration. */
  picture?: ReactNode
}

/** What is typed, and whether the suggestions are shown. */
export interface ComboboxSearch {
  text: string
  isOpen: boolean
}

/** Nothing typed, nothing shown. */
export const closedSearch: ComboboxSearch = { text: '', isOpen: false }

interface ComboboxProps<Option extends ComboboxOption> {
  ref?: Ref<HTMLInputElement>
  /** Id of the field one types in. */
  id: string
  label: string
  /** Help below the label. */
  description?: string
  placeholder?: string
  /** What is wrong with the choice, in words. */
  error?: string
  search: ComboboxSearch
  onSearch: (search: ComboboxSearch) => void
  /** What fits the text, best first. */
  options: readonly Option[]
  /** The options are on their way: nothing is said of them yet. */
  isLoading: boolean
  /** Said politely when the options are there: how many, or that there are none. */
  summary: string
  /** Why there are no options, when they could not be fetched. */
  failure?: { text: string; onRetry: () => void }
  /** The list is closed and the text taken away before this is called. */
  onChoose: (option: Option) => void
}

/**
 * Finds something while one types: the ARIA pattern of an editable combobox with a listbox. The focus stays in the
 * field; arrows move among the options, Enter chooses, Escape closes.
 */
export function Combobox<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const { ref, id, label, description, placeholder, error, search, onSearch, options, onChoose } = props
  const listId = useId()
  const [activeIndex, setActiveIndex] = useState(-1)
  const { text, isOpen } = search
  const active = isOpen ? options[activeIndex] : undefined
  const isEmpty = isOpen && options.length === 0
  const optionId = (option: Option) => `${listId}-${option.key}`

  function show(next: Partial<ComboboxSearch>) {
    onSearch({ ...search, ...next })
    setActiveIndex(-1)
  }

  function choose(option: Option) {
    show(closedSearch)
    onChoose(option)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      // Enter would otherwise send the form this field is part of.
      event.preventDefault()
      if (active) choose(active)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      show({ isOpen: false })
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) onSearch({ ...search, isOpen: true })
      if (event.altKey) setActiveIndex(-1)
      else setActiveIndex(nextOption(activeIndex, event.key === 'ArrowDown' ? 1 : -1, options.length))
    }
  }

  return (
    <div className={styles.combobox}>
      <Field>
        <Label htmlFor={id}>{label}</Label>
        {description !== undefined && <Field.Description>{description}</Field.Description>}
        <Input
          ref={ref}
          id={id}
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen && options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          aria-invalid={error !== undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => show({ text: event.target.value, isOpen: true })}
          onClick={() => show({ isOpen: true })}
          onBlur={() => isOpen && show({ isOpen: false })}
          onKeyDown={onKeyDown}
        />
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={m.ui_suggestions()}
        className={styles.list}
        hidden={!isOpen || options.length === 0}
      >
        {options.map((option) => (
          <OptionRow
            key={option.key}
            id={optionId(option)}
            option={option}
            isActive={option === active}
            onChoose={() => choose(option)}
          />
        ))}
      </div>
      <output className={isEmpty ? styles.empty : 'ds-sr-only'}>
        {isOpen && !props.isLoading && props.failure === undefined && props.summary}
      </output>
      {props.failure !== undefined && (
        <div role="alert" className={styles.empty}>
          {props.failure.text}{' '}
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            // The field keeps the focus, so that one can go on typing.
            onMouseDown={(event) => event.preventDefault()}
            onClick={props.failure.onRetry}
          >
            {m.ui_tryAgain()}
          </button>
        </div>
      )}
    </div>
  )
}

interface OptionRowProps {
  id: string
  option: ComboboxOption
  isActive: boolean
  onChoose: () => void
}

function OptionRow({ id, option, isActive, onChoose }: OptionRowProps) {
  return (
    // The keyboard works through the field (aria-activedescendant); an option itself never has focus.
    <div
      ref={isActive ? scrollIntoView : undefined}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {option.picture}
      <span className={styles.label}>
        {option.label}
        {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
      </span>
      {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
    </div>
  )
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}
