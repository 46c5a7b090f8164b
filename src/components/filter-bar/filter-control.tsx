import { Chip, Field, Label, Textfield } from '@digdir/designsystemet-react'
import { useEffect, useId, useRef, useState } from 'react'
import { m } from '../../messages/messages.js'
import { useRested } from '../../ui/use-rested.ts'
import { UnitPicker } from '../person-picker/unit-picker.tsx'
import {
  isChoices,
  isPeriod,
  type FilterDefinition,
  type FilterValue,
  type ManyFilter,
  type OneFilter,
} from './filter-definition.ts'
import { PeriodControl } from './period-control.tsx'
import styles from './filter-bar.module.css'

interface FilterControlProps {
  filter: FilterDefinition
  value: FilterValue<FilterDefinition>
  onChange: (value: FilterValue<FilterDefinition>) => void
}

/** The control one filter is set with, after its kind. A value of another kind counts as not set. */
export function FilterControl({ filter, value, onChange }: FilterControlProps) {
  const id = useId()
  const text = typeof value === 'string' ? value : ''
  switch (filter.kind) {
    case 'one':
      return <OneControl id={id} filter={filter} value={text} onChange={onChange} />
    case 'many':
      return <ManyControl filter={filter} value={isChoices(value) ? value : []} onChange={onChange} />
    case 'switch':
      return (
        <Chip.Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {filter.label()}
        </Chip.Checkbox>
      )
    case 'text':
      return <TextControl label={filter.label()} value={text} onChange={onChange} />
    case 'unit':
      return (
        <div className={styles.wide}>
          <UnitPicker
            id={id}
            label={filter.label()}
            value={text || null}
            onChange={(unit) => onChange(unit?.id)}
            isChipHidden
          />
        </div>
      )
    case 'period':
      return <PeriodControl label={filter.label()} value={isPeriod(value) ? value : {}} onChange={onChange} />
  }
}

interface OneControlProps {
  id: string
  filter: OneFilter
  value: string
  onChange: (value: string | undefined) => void
}

function OneControl({ id, filter, value, onChange }: OneControlProps) {
  return (
    <Field>
      <Label htmlFor={id}>{filter.label()}</Label>
      <select
        id={id}
        className="ds-input"
        value={value}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{filter.allLabel()}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label()}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface ManyControlProps {
  filter: ManyFilter
  value: readonly string[]
  onChange: (value: string[]) => void
}

function ManyControl({ filter, value, onChange }: ManyControlProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{filter.label()}</legend>
      <div className={styles.choices}>
        {filter.options.map((option) => (
          <Chip.Checkbox
            key={option.value}
            checked={value.includes(option.value)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...value, option.value]
                  : value.filter((other) => other !== option.value),
              )
            }
          >
            {option.label()}
          </Chip.Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

/** How long one has stopped typing before the list follows, in milliseconds. */
const rest = 300

interface TextControlProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function TextControl({ label, value, onChange }: TextControlProps) {
  const [text, setText] = useState(value)
  /** What the address has been told, so that its answer does not take away what was typed since. */
  const told = useRef(value)
  const rested = useRested(text.trim(), rest)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  }, [onChange])

  function tell(next: string) {
    if (next === told.current) return
    told.current = next
    change.current(next)
  }
  useEffect(() => {
    if (rested === told.current) return
    told.current = rested
    change.current(rested)
  }, [rested])
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    // oxlint-disable-next-line react/set-state-in-effect -- the address was changed by something else: «Nullstill», the way back
    setText(value)
  }, [value])

  return (
    <Textfield
      type="search"
      label={label}
      value={text}
      autoComplete="off"
      placeholder={m.filter_textPlaceholder()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => tell(text.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        tell(text.trim())
      }}
    />
  )
}
