import { Suspense, useRef, useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router'
import { useLiveTasks } from '../components/tasks/use-live-tasks.ts'
import { organizationQuery, viewerQuery } from '../components/viewer/viewer-queries.ts'
import { useReportWaits } from '../features/deviations/report/report-waits.ts'
import { adoptPreferredLanguage, useLocale } from '../lib/locale.ts'
import { useIsWide } from '../lib/media.ts'
import type { PageHandle } from '../lib/page-handle.ts'
import { queryClient } from '../lib/query-client.ts'
import { m } from '../messages/messages.js'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useIsSlow } from '../ui/loading.tsx'
import { BottomBar } from './bottom-bar.tsx'
import styles from './layout.module.css'
import { Notices } from './notices.tsx'
import { SignedOutDialog } from './signed-out-dialog.tsx'
import { TopBar } from './top-bar.tsx'
import { useArrival } from './use-arrival.ts'

const ImportantBar = lazyPart(
  async () => (await import('../features/news/feed/important-bar.tsx')).ImportantBar,
)

/** Only where a report waits for a network. */
const UnsentNotices = lazyPart(
  async () => (await import('../features/deviations/report/unsent-notices.tsx')).UnsentNotices,
)

/** Who is signed in, and beside it the municipality, which nothing waits for. */
export async function loadShell(): Promise<null> {
  void queryClient.prefetchQuery(organizationQuery)
  const viewer = await queryClient.ensureQueryData(viewerQuery)
  adoptPreferredLanguage(viewer.preferredLanguage)
  return null
}

/** What is around every page: bars, notices, the one `main`, and what is said aloud on navigation. */
export function Layout() {
  useLocale()
  useLiveTasks()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const main = useRef<HTMLElement>(null)
  const announcement = useArrival(main)
  const isWide = useIsWide()
  const { ground = 'ground', isBare = false, ...handle } = usePageHandle()
  const { search } = useLocation()
  const backTo =
    typeof handle.backTo === 'function' ? handle.backTo(new URLSearchParams(search)) : handle.backTo
  const hasBottomBar = !isWide && !backTo && !isBare

  return (
    <>
      <a
        href="#main"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {m.app_skipToContent()}
      </a>
      <output className="ds-sr-only">{announcement}</output>
      <Progress />
      {!isBare && <TopBar viewer={viewer} isWide={isWide} backTo={isWide ? undefined : backTo} />}
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className={styles.main}
        data-ground={ground}
        data-bottom-bar={hasBottomBar || undefined}
      >
        <Notices />
        <UnsentReports viewerId={viewer.id} />
        {!isBare && (
          <Suspense>
            <ImportantBar />
          </Suspense>
        )}
        <Outlet />
      </main>
      {hasBottomBar && <BottomBar viewer={viewer} />}
      <SignedOutDialog />
      <ScrollRestoration />
    </>
  )
}

/** Once something has waited, what came of it is told, also when nothing waits any more. */
function UnsentReports({ viewerId }: { viewerId: string }) {
  const waits = useReportWaits(viewerId)
  const [isNeeded, setNeeded] = useState(waits)
  if (waits && !isNeeded) setNeeded(true)
  return (
    isNeeded && (
      <Suspense>
        <UnsentNotices viewerId={viewerId} />
      </Suspense>
    )
  )
}

/** A thin line when a page takes its time. */
function Progress() {
  const isSlow = useIsSlow(useNavigation().state !== 'idle')
  return (
    <output className={styles.progress} data-slow={isSlow || undefined}>
      {isSlow && <span className="ds-sr-only">{m.app_loading()}</span>}
    </output>
  )
}

function usePageHandle(): PageHandle {
  const handles = useMatches().map((match) => match.handle)
  // Pages export `handle: PageHandle` or none; the router types it as unknown.
  return (handles.findLast((handle) => handle !== undefined) as PageHandle | undefined) ?? {}
}
