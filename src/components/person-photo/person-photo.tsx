import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { requestBlob } from '../../lib/request.ts'
import { InitialsAvatar } from '../../ui/initials-avatar.tsx'
import styles from './person-photo.module.css'

/** The photo of a person, as bytes: it needs the reader's token, so it has no plain address. */
export const photoQueryKey = (id: string) => ['users', 'photo', id] as const

interface PersonPhotoProps {
  person: { id: string; displayName: string; hasPhoto: boolean }
  size?: 'row' | 'profile'
}

/** A person's photo in a circle, or their initials. Decoration: the name stands beside it. */
export function PersonPhoto({ person, size = 'row' }: PersonPhotoProps) {
  const { data } = useQuery({
    queryKey: photoQueryKey(person.id),
    queryFn: ({ signal }) => requestBlob(`/v1.0/users/${person.id}/photo/$value`, { signal }),
    enabled: person.hasPhoto,
    staleTime: 60 * 60_000,
  })
  const show = useCallback(
    (image: HTMLImageElement) => {
      if (data === undefined) return
      const url = URL.createObjectURL(data)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [data],
  )
  return (
    <span className={styles.photo} data-size={size}>
      {person.hasPhoto && data !== undefined ? (
        <img ref={show} alt="" />
      ) : (
        <InitialsAvatar displayName={person.displayName} />
      )}
    </span>
  )
}
