import { Checkbox, Switch } from '@digdir/designsystemet-react'
import { getLocale } from '../../../lib/locale.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { fieldIds } from './field-ids.ts'
import { FoldedGroup } from './folded-group.tsx'
import type { PostForm } from './post-form.ts'
import styles from './edit-page.module.css'

interface ChannelsPanelProps {
  form: PostForm
  teamsError: string | undefined
  onChange: (part: Partial<PostForm>) => void
}

/** Whether readers may answer, and where else than in Tunet the post is shown. */
export function ChannelsPanel({ form, teamsError, onChange }: ChannelsPanelProps) {
  const { commentsEnabled, sendByEmail, sendToTeams, showOnScreens } = form
  const isForEveryone = form.audience.everyone
  return (
    <Sheet aria-label={m.newsEditor_channels()}>
      <div className={styles.groups}>
        <FoldedGroup
          name={m.newsEditor_comments()}
          chosen={commentsEnabled ? m.newsEditor_commentsOn() : m.newsEditor_commentsOff()}
        >
          <Switch
            label={m.newsEditor_commentsSwitch()}
            description={m.newsEditor_commentsWhat()}
            checked={commentsEnabled}
            onChange={({ target }) => onChange({ commentsEnabled: target.checked })}
          />
        </FoldedGroup>
        <FoldedGroup
          name={m.newsEditor_alsoSend()}
          chosen={channelsText(form)}
          hasError={teamsError !== undefined}
        >
          <Checkbox
            label={m.newsEditor_email()}
            description={m.newsEditor_emailWhat()}
            checked={sendByEmail}
            onChange={({ target }) => onChange({ sendByEmail: target.checked })}
          />
          <Checkbox
            id={fieldIds.sendToTeams}
            label={m.newsEditor_teams()}
            description={isForEveryone ? m.newsEditor_teamsWhat() : undefined}
            aria-describedby={isForEveryone ? undefined : 'post-teams-why'}
            checked={sendToTeams}
            error={teamsError}
            aria-disabled={!isForEveryone && !sendToTeams}
            onChange={({ target }) => {
              // Taking it away is always right.
              if (isForEveryone || !target.checked) onChange({ sendToTeams: target.checked })
            }}
          />
          {!isForEveryone && (
            // Beside the box, since what belongs to a box that cannot be ticked is hard to read.
            <p id="post-teams-why" className={styles.help}>
              {m.newsEditor_teamsWhyNot()}
            </p>
          )}
          <Checkbox
            label={m.newsEditor_screens()}
            description={m.newsEditor_screensWhat()}
            checked={showOnScreens}
            onChange={({ target }) => onChange({ showOnScreens: target.checked })}
          />
        </FoldedGroup>
      </div>
    </Sheet>
  )
}

/** «E-post og Teams», or that it is in Tunet alone. */
function channelsText({ sendByEmail, sendToTeams, showOnScreens }: PostForm): string {
  const names = [
    sendByEmail && m.newsEditor_email(),
    sendToTeams && m.newsEditor_teams(),
    showOnScreens && m.newsEditor_screens(),
  ].filter((name) => name !== false)
  return names.length === 0 ? m.newsEditor_onlyHere() : new Intl.ListFormat(getLocale()).format(names)
}
