import type { ComponentPropsWithoutRef } from 'react'
import styles from './sheet.module.css'

interface SheetProps extends ComponentPropsWithoutRef<'section'> {
  /** A list fills the sheet to its edges; on phones also the sheet fills the screen. */
  isFlush?: boolean
}

/** A white panel on the ground: lists, forms, facts. Give it a heading and `aria-labelledby`. */
export function Sheet({ isFlush = false, className, ...rest }: SheetProps) {
  const names = className ? `${styles.sheet} ${className}` : styles.sheet
  return <section className={names} data-flush={isFlush || undefined} {...rest} />
}
