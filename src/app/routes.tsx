import { createBrowserRouter, matchRoutes, type RouteObject } from 'react-router'
import { BareErrorPage, ErrorPage, NotFoundPage } from './error-page.tsx'
import { Layout, loadShell } from './layout.tsx'
import { page } from './page.tsx'
import { StartingPage } from './starting-page.tsx'

/** The site map: one line per page. Addresses are written in lib/paths.ts. */
const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('../features/news/feed/feed-page.tsx')) },
  { path: 'news/new', lazy: page(() => import('../features/news/editor/edit-page.tsx')) },
  {
    path: 'news/emails-avoided',
    lazy: page(() => import('../features/news/insight/emails-avoided-page.tsx')),
  },
  { path: 'news/editors', lazy: page(() => import('../features/news/insight/news-editors-page.tsx')) },
  { path: 'news/screens', lazy: page(() => import('../features/news/screen/screens-page.tsx')) },
  { path: 'news/:id', lazy: page(() => import('../features/news/post/post-page.tsx')) },
  { path: 'news/:id/print', lazy: page(() => import('../features/news/post/print-page.tsx')) },
  {
    path: 'news/:id/versions',
    lazy: page(() => import('../features/news/editor/versions-page.tsx')),
  },
  { path: 'news/:id/reach', lazy: page(() => import('../features/news/insight/reach-page.tsx')) },
  { path: 'news/:id/edit', lazy: page(() => import('../features/news/editor/edit-page.tsx')) },
  { path: 'colleagues', lazy: page(() => import('../features/colleagues/find/find-page.tsx')) },
  { path: 'colleagues/:id', lazy: page(() => import('../features/colleagues/profile/profile-page.tsx')) },
  { path: 'units', lazy: page(() => import('../features/colleagues/units/units-page.tsx')) },
  { path: 'units/:id', lazy: page(() => import('../features/colleagues/units/unit-page.tsx')) },
  { path: 'units/:id/week', lazy: page(() => import('../features/colleagues/units/week-page.tsx')) },
  { path: 'colleagues/:id/absence', lazy: page(() => import('../features/absence/absence-of-page.tsx')) },
  { path: 'absence', lazy: page(() => import('../features/absence/absence-page.tsx')) },
  { path: 'call-backs', lazy: page(() => import('../features/call-backs/call-backs-page.tsx')) },
  { path: 'call-backs/new', lazy: page(() => import('../features/call-backs/new-call-back-page.tsx')) },
  { path: 'deviations', lazy: page(() => import('../features/deviations/list/deviations-page.tsx')) },
  { path: 'deviations/new', lazy: page(() => import('../features/deviations/report/report-page.tsx')) },
  { path: 'deviations/sent', lazy: page(() => import('../features/deviations/report/sent-page.tsx')) },
  {
    path: 'deviations/actions',
    lazy: page(() => import('../features/deviations/case/own-actions-page.tsx')),
  },
  { path: 'deviations/:id', lazy: page(() => import('../features/deviations/case/case-page.tsx')) },
  { path: 'deviations/:id/print', lazy: page(() => import('../features/deviations/case/print-page.tsx')) },
  { path: 'duties', lazy: page(() => import('../features/duties/duties-page.tsx')) },
  { path: 'duties/:id', lazy: page(() => import('../features/duties/duty-page.tsx')) },
  { path: 'units/:id/print', lazy: page(() => import('../features/colleagues/units/print-page.tsx')) },
  { path: 'tasks', lazy: page(() => import('../features/tasks/tasks-page.tsx')) },
  { path: 'tasks/handovers', lazy: page(() => import('../features/tasks/handovers-page.tsx')) },
  { path: 'search', lazy: page(() => import('../features/search/search-page.tsx')) },
  { path: 'search/misses', lazy: page(() => import('../features/search/misses-page.tsx')) },
  { path: 'me', lazy: page(() => import('../features/me/me-page.tsx')) },
  { path: '*', Component: NotFoundPage },
]

/** The shell around the pages. An error in a page is shown inside the shell, one in the shell instead of it. */
export const routes: RouteObject[] = [
  {
    path: '/',
    loader: loadShell,
    Component: Layout,
    ErrorBoundary: BareErrorPage,
    HydrateFallback: StartingPage,
    children: [{ ErrorBoundary: ErrorPage, children: pages }],
  },
]

/** Makes the app's router. It begins to fetch at once, so signing in (and the mocks) come first. */
export const createApp = () => createBrowserRouter(routes)

/** Begins to fetch the code of the page at an address. */
export function preloadPage(pathname: string): void {
  for (const { route } of matchRoutes(routes, pathname) ?? []) {
    // A file that cannot be fetched is reported when the router asks for it.
    if (typeof route.lazy === 'function') void route.lazy().catch(() => undefined)
  }
}
