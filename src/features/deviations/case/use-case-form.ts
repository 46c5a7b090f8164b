import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeviationPatch } from '#api/deviation-reports/contract.ts'
import type { Deviation } from '#api/deviations/contract.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { deviationQueries } from '../deviation-queries.ts'
import { useChangeCase } from './case-calls.ts'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

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
  /** What one writes on top of. */
  const [base, setBase] = useState(() => ({ values: read(deviation), etag: deviation['@odata.etag'] }))
  const [values, setValues] = useState(base.values)
  const [newer, setNewer] = useState<Deviation>()
  const [isSaved, setSaved] = useState(false)
  const { mutateAsync, isPending, error, reset } = useChangeCase(deviation.id)
  const isConflict = error instanceof ApiError && error.status === 412

  const now = read(deviation)
  // Somebody has done something else with the case: that is no conflict.
  const etag = isSame(now, base.values) ? deviation['@odata.etag'] : base.etag
  if (!isSame(now, base.values) && isSame(values, base.values)) {
    setBase({ values: now, etag: deviation['@odata.etag'] })
    setValues(now)
  }

  function start(from: Deviation) {
    const started = read(from)
    setBase({ values: started, etag: from['@odata.etag'] })
    setValues(started)
    reset()
  }

  async function save(extra: DeviationPatch = {}, onTopOf = etag): Promise<boolean> {
    try {
      const saved = await mutateAsync({ etag: onTopOf, patch: { ...write(values), ...extra } })
      start(saved)
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
      setValues((before) => ({ ...before, ...changes }))
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
      setBase({ values: read(chosen), etag: chosen['@odata.etag'] })
      await save(extra, chosen['@odata.etag'])
    },
  }
}
