import { Button } from '@digdir/designsystemet-react'
import { TrashIcon } from '@navikt/aksel-icons'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { PlainLanguagePanel } from '../../../components/plain-language/plain-language-panel.tsx'
import type { EditableText } from '../../../components/rich-text/editable-text.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { useUndo } from '../../../ui/undo-context.ts'
import { AudiencePanel } from './audience-panel.tsx'
import { ChannelsPanel } from './channels-panel.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { fieldIds } from './field-ids.ts'
import { ImportancePanel } from './importance-panel.tsx'
import { PublishChecklist } from './publish-checklist.tsx'
import { TimingPanel } from './timing-panel.tsx'
import type { Editor } from './use-editor.ts'
import styles from './edit-page.module.css'

interface EditorAsideProps {
  editor: Editor
  /** The text in its editor, for the panel for plain language. */
  text: EditableText | undefined
  /** The yard tells of something else than what is missing. */
  isYardTaken: boolean
}

/** What is missing, who gets it, how plain it is, how important, when and where. */
export function EditorAside({ editor, text, isYardTaken }: EditorAsideProps) {
  const { form, change, errorOf, checks, minutes, next, saver } = editor
  const { post } = saver
  const { title, lead, body } = form
  const texts = useMemo(
    () => [
      { name: 'title', text: title, inputId: fieldIds.title },
      { name: 'lead', text: lead, inputId: fieldIds.lead },
      { name: 'body', document: body, editor: text },
    ],
    [title, lead, body, text],
  )
  return (
    <div className={styles.aside}>
      <PublishChecklist checks={checks} isQuiet={isYardTaken} isSubmitted={next.primary === 'submit'} />
      <AudiencePanel
        audience={form.audience}
        knownUnits={post?.audienceUnits ?? []}
        minutes={minutes}
        error={errorOf('audience')}
        onChange={(audience) => change({ audience })}
      />
      <PlainLanguagePanel fields={texts} />
      <ImportancePanel form={form} error={errorOf('confirmBy')} onChange={change} />
      <TimingPanel
        form={form}
        today={editor.today}
        hasBeenOut={(post?.version ?? 0) > 0}
        errorOf={errorOf}
        onChange={change}
      />
      <ChannelsPanel form={form} teamsError={errorOf('sendToTeams')} onChange={change} />
      {post !== undefined && post.version > 0 && (
        <Link to={paths.newsPostVersions(post.id)} className="lone-link">
          {m.newsEditor_versions()}
        </Link>
      )}
      <Deleting editor={editor} />
    </div>
  )
}

function Deleting({ editor: { saver, saveState } }: Pick<EditorAsideProps, 'editor'>) {
  const { post } = saver
  if (post?.permissions.canDelete) {
    return <DeleteDraft id={post.id} onDelete={() => saver.discard()} />
  }
  return post === undefined && saveState.phase === 'held' ? <ForgetDraft saver={saver} /> : null
}

/** Throws away what is only in this browser. */
function ForgetDraft({ saver }: Pick<Editor, 'saver'>) {
  const navigate = useNavigate()
  const { offerUndo } = useUndo()
  return (
    <Button
      variant="tertiary"
      data-color="danger"
      onClick={() => {
        const putBack = saver.discard()
        offerUndo({ text: m.newsEditor_draftDeleted(), undo: async () => putBack() })
        void navigate(paths.home())
      }}
    >
      <TrashIcon aria-hidden />
      {m.news_deleteDraft()}
    </Button>
  )
}
