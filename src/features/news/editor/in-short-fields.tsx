import { Textfield } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { maxActionLength, maxLeadLength } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { fieldIds } from './field-ids.ts'
import type { ActionForm, PostForm } from './post-form.ts'
import styles from './in-short-fields.module.css'

interface InShortFieldsProps {
  lead: string
  action: ActionForm
  actionError: string | undefined
  /** What looks like an identity number in the lead, and in what is to be done. */
  leadWarning: ReactNode
  actionWarning: ReactNode
  onChange: (part: Partial<Pick<PostForm, 'lead' | 'action'>>) => void
}

/** «Kort sagt»: the four questions a reader has. The last three may be left open when nothing is asked of anybody. */
export function InShortFields(props: InShortFieldsProps) {
  const { lead, action, actionError, leadWarning, actionWarning, onChange } = props
  const changeAction = (part: Partial<ActionForm>) => onChange({ action: { ...action, ...part } })
  return (
    <Sheet aria-labelledby="in-short-title" className={styles.sheet}>
      <div className={styles.head}>
        <h2 id="in-short-title">{m.news_lead()}</h2>
        <p>{m.newsEditor_inShortWhat()}</p>
      </div>
      <div className={styles.wide}>
        <Textfield
          id={fieldIds.lead}
          multiline
          rows={2}
          label={m.newsEditor_whatHappens()}
          value={lead}
          maxLength={maxLeadLength}
          aria-describedby="sensitive-lead"
          onChange={(event) => onChange({ lead: event.target.value })}
        />
        {leadWarning}
      </div>
      <Textfield
        label={m.newsEditor_who()}
        value={action.who}
        maxLength={maxActionLength}
        aria-describedby="sensitive-actionRequired"
        onChange={(event) => changeAction({ who: event.target.value })}
      />
      <Textfield
        id={fieldIds.actionRequired}
        label={m.newsEditor_whatToDo()}
        value={action.what}
        maxLength={maxActionLength}
        error={actionError}
        aria-describedby="sensitive-actionRequired"
        onChange={(event) => changeAction({ what: event.target.value })}
      />
      <Textfield
        type="date"
        label={m.newsEditor_byWhen()}
        value={action.dueDate ?? ''}
        onChange={(event) => changeAction({ dueDate: event.target.value || null })}
      />
      <p className={styles.task}>{m.newsEditor_actionWhat()}</p>
      <div className={styles.wide}>{actionWarning}</div>
    </Sheet>
  )
}
