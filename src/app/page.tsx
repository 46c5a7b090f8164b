import type { ComponentType } from 'react'
import type { LoaderFunction } from 'react-router'
import { useLocale } from '../lib/locale.ts'
import type { PageHandle } from '../lib/page-handle.ts'

/** What the file of a page exports. */
interface PageModule {
  Component: ComponentType
  loader?: LoaderFunction
  handle?: PageHandle
}

/**
 * A page that is fetched when it is gone to. It is drawn anew when the language changes, and is otherwise left
 * as it is: what has been typed stays, and focus too.
 */
export const page = (load: () => Promise<PageModule>) => async () => {
  const { Component, ...rest } = await load()
  function Page() {
    useLocale()
    return <Component />
  }
  return { ...rest, Component: Page }
}
