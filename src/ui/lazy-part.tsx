import { lazy, type ComponentType } from 'react'

/**
 * A part that comes beside or after what a page is for, fetched by itself. Where it cannot be fetched, as without a network,
 * it is left out: the page is not lost for it. Wants a `Suspense` around it.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() }
    } catch {
      return { default: LeftOut }
    }
  })
}

const LeftOut = () => null
