import type { ReactNode } from 'react'
import { Tag } from '@digdir/designsystemet-react'

const colors = {
  yard: 'tun',
  neutral: 'skifer',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
} as const

interface StatusTagProps {
  /** `yard` is only for what the person must do («Må leses»). */
  tone: keyof typeof colors
  /** A 20 px icon, hidden from screen readers. */
  icon?: ReactNode
  children: ReactNode
}

/** A state in a word or two. The word carries the meaning; colour and icon repeat it. */
export function StatusTag({ tone, icon, children }: StatusTagProps) {
  return (
    <Tag data-color={colors[tone]}>
      {icon}
      {children}
    </Tag>
  )
}
