import { Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Form, useNavigate } from 'react-router'
import { maxQueryLength } from '#api/search/contract.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { looksSensitive } from './looks-sensitive.ts'
import { rememberSearch } from './recent-searches.ts'
import styles from './search-page.module.css'

/** What was searched for, to search for something else. */
export function SearchForm({ q }: { q: string }) {
  const id = useId()
  const navigate = useNavigate()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const [isSensitive, setIsSensitive] = useState(false)

  async function submit(text: string) {
    const sensitive = await looksSensitive(text)
    setIsSensitive(sensitive)
    if (sensitive || text === '') return
    rememberSearch(viewer.id, text)
    await navigate(paths.search({ q: text }))
  }

  return (
    <Form
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- browsers from before 2023 do not know <search>
      role="search"
      className={styles.form}
      action={paths.search()}
      onSubmit={(event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget).get('q')
        void submit(typeof text === 'string' ? text.trim() : '')
      }}
    >
      <Field className={styles.field}>
        <Label htmlFor={id}>{m.search_field()}</Label>
        <Input
          id={id}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={maxQueryLength}
          enterKeyHint="search"
          autoComplete="off"
          aria-invalid={isSensitive}
        />
        {isSensitive && <ValidationMessage>{m.search_sensitive()}</ValidationMessage>}
      </Field>
      <Button type="submit">{m.search_submit()}</Button>
    </Form>
  )
}
