import { useId, type ReactNode } from 'react'
import styles from './yard.module.css'

interface YardProps {
  /** Says in words what waits: «3 ting venter på deg». */
  title: string
  /** A quiet line before the heading: the question it answers. */
  above?: string
  /** Level of the heading. */
  level?: 2 | 3
  /** Nothing waits any more: the yard turns into a white sheet. */
  isCalm?: boolean
  children?: ReactNode
}

/**
 * The one warm surface. On it lies what the person must or should do next; no yard on the page means that
 * nothing is asked. At most one on a page.
 */
export function Yard({ title, above, level = 2, isCalm = false, children }: YardProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={styles.yard} aria-labelledby={id} data-calm={isCalm || undefined}>
      {above === undefined ? (
        <Heading id={id}>{title}</Heading>
      ) : (
        <div>
          <p className={styles.above}>{above}</p>
          <Heading id={id}>{title}</Heading>
        </div>
      )}
      {children}
    </section>
  )
}
