import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OpenedInfoScreen } from '#api/info-screens/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { ScreenAddress } from './screen-address.tsx'
import { screensQuery } from './screen-calls.ts'
import { ScreenForm } from './screen-form.tsx'
import { ScreenList } from './screen-list.tsx'
import styles from './screens.module.css'

export const handle: PageHandle = { backTo: paths.home() }

export const loader = async () => {
  await Promise.all([queryClient.ensureQueryData(viewerQuery), queryClient.ensureQueryData(screensQuery)])
  return null
}

/** The screens on walls that show news: put up, given a new address, taken down (features.md N14). */
export function Component() {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: screens } = useSuspenseQuery(screensQuery)
  const [opened, setOpened] = useState<OpenedInfoScreen>()
  const mayAdd = viewer.permissions.canPublishNewsPosts

  return (
    <div className={styles.page}>
      <PageHeader name={m.newsScreen_title()} lead={m.newsScreen_lead()} />
      {opened && <ScreenAddress screen={opened} onDone={() => setOpened(undefined)} />}
      {screens.length > 0 ? (
        <ScreenList screens={screens} onRenewed={setOpened} />
      ) : (
        <EmptyState title={m.newsScreen_none()}>
          {mayAdd ? m.newsScreen_noneText() : m.newsScreen_noneForbidden()}
        </EmptyState>
      )}
      {mayAdd && (
        <Sheet aria-labelledby="screen-add">
          <h2 id="screen-add">{m.newsScreen_addTitle()}</h2>
          <ScreenForm onAdded={setOpened} />
        </Sheet>
      )}
      <p className={styles.help}>{m.newsScreen_what()}</p>
    </div>
  )
}
