import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeviationPatch } from '#api/deviation-reports/contract.ts'
import type { Deviation } from '#api/deviations/contract.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { deviationQueries } from '../deviation-queries.ts'
import { useChangeCase } from './case-calls.ts'

/**
 * A form that changes part of a case. What was typed is kept when somebody else has saved meanwhile, until the person has
 * chosen between the two.
 * @param read the values of the form from a case. @param write the change they make.
 */
export function useCaseForm<Values>(
  deviation: Deviation,
  read: (deviation: Deviation) => Values,
  write: (values: Values) => DeviationPatch,
) {
  const queryClient = useQueryClient()
  const [values, setValues] = useState(() => read(deviation))
  /** The edition one writes on top of. */
  const [etag, setEtag] = useState(deviation['@odata.etag'])
  const [newer, setNewer] = useState<Deviation>()
  const [isSaved, setSaved] = useState(false)
  const { mutateAsync, isPending, error, reset } = useChangeCase(deviation.id)
  const isConflict = error instanceof ApiError && error.status === 412

  function start(from: Deviation) {
    setValues(read(from))
    setEtag(from['@odata.etag'])
    reset()
  }

  async function save(extra: DeviationPatch = {}, onTopOf = etag): Promise<boolean> {
    try {
      const saved = await mutateAsync({ etag: onTopOf, patch: { ...write(values), ...extra } })
      setEtag(saved['@odata.etag'])
      setSaved(true)
      return true
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 412) {
        const query = { ...deviationQueries.detail(deviation.id), staleTime: 0 }
        // Without it one is told that it was changed, and can try again.
        setNewer(await queryClient.fetchQuery(query).catch(() => undefined))
      }
      return false
    }
  }

  return {
    values,
    change: (changes: Partial<Values>) => {
      setValues((now) => ({ ...now, ...changes }))
      setSaved(false)
      if (error !== null) reset()
    },
    /** Takes the values from the case as it is now. */
    start,
    save,
    isPending,
    isSaved,
    error: isConflict && newer !== undefined ? null : error,
    /** The edition of somebody else; undefined when there is nothing to choose between. */
    newer,
    choose: async (choice: 'mine' | 'newer', extra: DeviationPatch = {}) => {
      const chosen = newer
      setNewer(undefined)
      if (chosen === undefined) return
      if (choice === 'newer') return start(chosen)
      setEtag(chosen['@odata.etag'])
      await save(extra, chosen['@odata.etag'])
    },
  }
}
