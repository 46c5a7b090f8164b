// A datalist can show neither hints nor counts, so list and options are our own, worked from the field.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent, type Ref } from 'react'
import type { Audience } from '#api/news-posts/contract.ts'
import type { OrgUnit } from '#api/org-units/contract.ts'
import { m } from '../../messages/messages.js'
import { audienceOptions, type AudienceOption } from './audience-option.ts'
import { orgUnitQueries } from './org-unit-queries.ts'
import { useRested } from './use-rested.ts'
import styles from './audience-picker.module.css'

interface AudienceComboboxProps {
  ref: Ref<HTMLInputElement>
  id: string
  audience: Audience
  error?: string
  /** `unit` is given when the option is a unit. */
  onAdd: (option: AudienceOption, unit: OrgUnit | undefined) => void
}

/** Finds what to add while one types (ARIA combobox with a listbox; the focus stays in the field). */
export function AudienceCombobox({ ref, id, audience, error, onAdd }: AudienceComboboxProps) {
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [activeIndex, setActiveIndex] = useState(-1)
  const {
    data: units = [],
    isFetching,
    isError,
  } = useQuery({
    ...orgUnitQueries.search(useRested(text.trim(), 200)),
    enabled: isOpen,
  })
  const options = audienceOptions(audience, text, units)
  const active = isOpen ? options[activeIndex] : undefined
  const optionId = (option: AudienceOption) => `${listId}-${option.key}`

  function close() {
    setOpen(false)
    setActiveIndex(-1)
  }

  function choose(option: AudienceOption) {
    onAdd(
      option,
      units.find((unit) => unit.id === option.key),
    )
    setText('')
    close()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      // Enter would otherwise send the form this field is part of.
      event.preventDefault()
      if (active) choose(active)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setActiveIndex(moved(activeIndex, event.key === 'ArrowDown' ? 1 : -1, options.length))
    }
  }

  return (
    <div className={styles.combobox}>
      <Field>
        <Label htmlFor={id}>{m.parts_audienceAdd()}</Label>
        <Input
          ref={ref}
          id={id}
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          aria-invalid={error !== undefined}
          placeholder={m.parts_audiencePlaceholder()}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActiveIndex(-1)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={m.parts_audienceSuggestions()}
        className={styles.list}
        hidden={!isOpen || options.length === 0}
      >
        {options.map((option, index) => (
          <Option
            key={option.key}
            id={optionId(option)}
            option={option}
            isActive={index === activeIndex}
            onChoose={() => choose(option)}
          />
        ))}
      </div>
      <output className={options.length === 0 && isOpen ? styles.noHits : 'ds-sr-only'}>
        {isOpen && !isFetching && summary(options.length, isError)}
      </output>
    </div>
  )
}

interface OptionProps {
  id: string
  option: AudienceOption
  isActive: boolean
  onChoose: () => void
}

function Option({ id, option, isActive, onChoose }: OptionProps) {
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
      <span>
        {option.label}
        {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
      </span>
      {option.count !== undefined && (
        <span className={styles.count}>{m.parts_audienceEmployees({ count: option.count })}</span>
      )}
    </div>
  )
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}

function summary(count: number, isError: boolean): string {
  if (isError) return m.parts_audienceFailed()
  return count === 0 ? m.parts_audienceNoHits() : m.parts_audienceHits({ count })
}

/** The next place in a list of `length`, going round; from nowhere to the first or the last. */
function moved(index: number, step: 1 | -1, length: number): number {
  if (length === 0) return -1
  if (index === -1) return step === 1 ? 0 : length - 1
  return (index + step + length) % length
}
