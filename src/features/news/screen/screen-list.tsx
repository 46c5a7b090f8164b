import { useState } from 'react'
import { Button } from '@digdir/designsystemet-react'
import type { InfoScreen, OpenedInfoScreen } from '#api/info-screens/contract.ts'
import { formatWhen } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { actionErrorText } from '../action-error.ts'
import { useRemoveScreen, useRenewScreen } from './screen-calls.ts'
import styles from './screens.module.css'

interface ScreenListProps {
  screens: InfoScreen[]
  onRenewed: (screen: OpenedInfoScreen) => void
}

/** The screens one manages, and what can be done with each. */
export function ScreenList({ screens, onRenewed }: ScreenListProps) {
  const [asked, setAsked] = useState<{ screen: InfoScreen; about: 'renew' | 'remove' }>()
  const renew = useRenewScreen()
  const remove = useRemoveScreen()
  const error = renew.error ?? remove.error
  const onSettled = () => setAsked(undefined)
  const name = asked?.screen.name ?? ''

  return (
    <Sheet aria-labelledby="screen-list">
      <h2 id="screen-list">{m.newsScreen_listTitle()}</h2>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
      <ul className={styles.list}>
        {screens.map((screen) => (
          <li key={screen.id}>
            <div className={styles.about}>
              <strong>{screen.name}</strong>
              <span>
                {screen.orgUnit.displayName} ·{' '}
                {m.newsScreen_since({ when: formatWhen(screen.createdDateTime) })}
              </span>
            </div>
            <div className={styles.actions}>
              {screen.permissions.canRenew && (
                <Button
                  variant="tertiary"
                  aria-label={m.newsScreen_renewName({ name: screen.name })}
                  onClick={() => setAsked({ screen, about: 'renew' })}
                >
                  {m.newsScreen_renew()}
                </Button>
              )}
              {screen.permissions.canDelete && (
                <Button
                  variant="tertiary"
                  data-color="danger"
                  aria-label={m.newsScreen_removeName({ name: screen.name })}
                  onClick={() => setAsked({ screen, about: 'remove' })}
                >
                  {m.newsScreen_remove()}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked?.about === 'renew'}
        title={m.newsScreen_renewAsk({ name })}
        confirmLabel={m.newsScreen_renew()}
        isBusy={renew.isPending}
        onConfirm={() => asked && renew.mutate(asked.screen.id, { onSuccess: onRenewed, onSettled })}
        onCancel={onSettled}
      >
        {m.newsScreen_renewWhat()}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked?.about === 'remove'}
        title={m.newsScreen_removeAsk({ name })}
        confirmLabel={m.newsScreen_remove()}
        tone="danger"
        isBusy={remove.isPending}
        onConfirm={() => asked && remove.mutate(asked.screen.id, { onSettled })}
        onCancel={onSettled}
      >
        {m.newsScreen_removeWhat()}
      </ConfirmDialog>
    </Sheet>
  )
}
