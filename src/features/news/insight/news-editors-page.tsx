import { Button } from '@digdir/designsystemet-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { NewsEditor } from '#api/news-editors/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { InitialsAvatar } from '../../../ui/initials-avatar.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { actionErrorText } from '../action-error.ts'
import { insightQueries } from './insight-queries.ts'
import { NameEditorForm } from './name-editor-form.tsx'
import { useRemoveEditor } from './news-editor-calls.ts'
import styles from './insight.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(insightQueries.editors()),
  ])
  return null
}

/** Who may publish what, and the people who are named to. Leaders and communications name them. */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: editors } = useSuspenseQuery(insightQueries.editors())
  return (
    <div className={styles.page}>
      <PageHeader name={m.newsInsight_editorsTitle()} lead={m.newsInsight_editorsLead()} />
      <Sheet aria-labelledby="editor-rules">
        <h2 id="editor-rules">{m.newsInsight_rulesTitle()}</h2>
        <ul className={styles.rules}>
          <li>{m.newsInsight_ruleEveryone()}</li>
          <li>{m.newsInsight_ruleLeader()}</li>
          <li>{m.newsInsight_ruleNamed()}</li>
          <li>{m.newsInsight_ruleCommunications()}</li>
        </ul>
      </Sheet>
      <Editors editors={editors} />
      {viewer.permissions.canNameNewsEditors && (
        <Sheet aria-labelledby="editor-add">
          <h2 id="editor-add">{m.newsInsight_addTitle()}</h2>
          <NameEditorForm />
        </Sheet>
      )}
    </div>
  )
}

function Editors({ editors }: { editors: NewsEditor[] }) {
  const { mutate, error, isPending } = useRemoveEditor()
  const units = Map.groupBy(editors, ({ orgUnit }) => orgUnit.id)
  if (editors.length === 0) {
    return (
      <Sheet aria-labelledby="editor-list">
        <h2 id="editor-list">{m.newsInsight_editorsNone()}</h2>
        <p className={styles.text}>{m.newsInsight_editorsNoneText()}</p>
      </Sheet>
    )
  }
  return (
    <Sheet aria-labelledby="editor-list">
      <h2 id="editor-list">{m.newsInsight_editorsList()}</h2>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      {[...units].map(([unitId, named]) => (
        <div key={unitId} className={styles.unit}>
          <h3>{named[0]?.orgUnit.displayName}</h3>
          <ul className={styles.people}>
            {named.map((editor) => (
              <li key={editor.id}>
                <InitialsAvatar displayName={editor.user.displayName} />
                <div className={styles.person}>
                  {editor.user.displayName}
                  {editor.user.jobTitle !== null && <span>{editor.user.jobTitle}</span>}
                </div>
                {editor.permissions.canDelete && (
                  <Button
                    variant="tertiary"
                    aria-label={m.newsInsight_removeName({
                      name: editor.user.displayName,
                      unit: editor.orgUnit.displayName,
                    })}
                    onClick={() => {
                      if (!isPending) mutate(editor)
                    }}
                  >
                    {m.newsInsight_remove()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Sheet>
  )
}
