import { StarFillIcon, StarIcon } from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UserProfile } from '#api/users/contract.ts'
import { requestNothing } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { colleagueQueries } from '../queries.ts'
import { saveErrorText } from './save-error.ts'
import styles from './profile.module.css'

/** Keeps a colleague at hand, or no longer. Shown as done at once, and taken back when it was not. */
export function FavoriteButton({ person }: { person: UserProfile }) {
  const queryClient = useQueryClient()
  const [wanted, setWanted] = useState<boolean>()
  const [error, setError] = useState('')
  const isFavorite = wanted ?? person.viewer.isFavorite

  async function toggle() {
    if (wanted !== undefined) return
    const next = !isFavorite
    setWanted(next)
    setError('')
    try {
      await requestNothing(`/v1.0/me/favorites/${person.id}`, { method: next ? 'PUT' : 'DELETE' })
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: colleagueQueries.detail(person.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: colleagueQueries.favorites().queryKey }),
      ])
    } catch (reason) {
      setError(saveErrorText(reason))
    } finally {
      setWanted(undefined)
    }
  }

  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-pressed={isFavorite}
        onClick={() => void toggle()}
      >
        {isFavorite ? (
          <StarFillIcon aria-hidden fontSize="1.25rem" />
        ) : (
          <StarIcon aria-hidden fontSize="1.25rem" />
        )}
        {m.profile_favorite()}
      </button>
      <span role="alert" className={styles.error}>
        {error}
      </span>
    </>
  )
}
