import { Switch, Textfield } from '@digdir/designsystemet-react'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import type { PostForm } from './post-form.ts'
import { fieldIds } from './field-ids.ts'
import styles from './edit-page.module.css'

interface ImportancePanelProps {
  form: Pick<PostForm, 'importance' | 'confirmBy'>
  error: string | undefined
  onChange: (part: Partial<PostForm>) => void
}

/** How important it is: as any other, important, or something everyone who gets it must confirm. */
export function ImportancePanel({ form, error, onChange }: ImportancePanelProps) {
  const isMustRead = form.importance === 'mustRead'
  return (
    <Sheet aria-labelledby="importance-title" className={styles.panel}>
      <h2 id="importance-title" className={styles.panelTitle}>
        {m.news_importanceTitle()}
      </h2>
      <Switch
        label={m.news_mustReadSwitch()}
        description={m.news_mustReadWhat()}
        checked={isMustRead}
        onChange={(event) =>
          onChange(
            event.target.checked ? { importance: 'mustRead' } : { importance: 'normal', confirmBy: null },
          )
        }
      />
      {isMustRead ? (
        <Textfield
          id={fieldIds.confirmBy}
          type="date"
          label={m.news_confirmByLabel()}
          error={error}
          value={form.confirmBy ?? ''}
          onChange={(event) => onChange({ confirmBy: event.target.value || null })}
        />
      ) : (
        <Switch
          label={m.news_importantSwitch()}
          checked={form.importance === 'important'}
          onChange={(event) => onChange({ importance: event.target.checked ? 'important' : 'normal' })}
        />
      )}
    </Sheet>
  )
}
