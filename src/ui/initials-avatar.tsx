import { Avatar } from '@digdir/designsystemet-react'
import styles from './initials-avatar.module.css'
import { initialsOf } from './initials.ts'

interface InitialsAvatarProps {
  displayName: string
  /** `self` is the person who is signed in. */
  tone?: 'self' | 'other'
}

/** A person's initials in a circle. Decoration: the name stands beside it, or is the button's label. */
export function InitialsAvatar({ displayName, tone = 'other' }: InitialsAvatarProps) {
  return (
    <Avatar
      className={styles.avatar}
      data-color={tone === 'self' ? 'accent' : 'skifer'}
      data-tone={tone}
      initials={initialsOf(displayName)}
      aria-label=""
      aria-hidden
    />
  )
}
