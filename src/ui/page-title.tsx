import type { ReactNode } from 'react'

interface PageTitleProps {
  /** The page's name, in the browser's tab and spoken on navigation. */
  name: string
  /** What the heading says, when that is more than the name. */
  children?: ReactNode
  id?: string
}

/** The page's one `h1`, which gets focus on navigation, and its name in the browser's tab. */
export function PageTitle({ name, children = name, id }: PageTitleProps) {
  return (
    <>
      <title>{`${name} – Tunet`}</title>
      <h1 id={id} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
