import * as z from 'zod/mini'
import { AnonymousReceipt, type NewDeviation } from '#api/deviation-reports/contract.ts'
import { Deviation } from '#api/deviations/contract.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { request } from '../../../lib/request.ts'
import { createSignal } from '../../../lib/signal.ts'
import { deviationQueries, deviationsPath } from '../deviation-queries.ts'
import { reportDrafts, unsentReports } from './report-store.ts'

const Sent = z.union([Deviation, AnonymousReceipt])

/** What the page of thanks tells; kept with the step in the browser's history. */
export interface Receipt {
  /** Null while it waits for a network. */
  number: string | null
  /** Null for an anonymous one, which nobody can open. */
  id: string | null
  responsible: string | null
  receiveBy: string | null
  isSeriousInjury: boolean
  isPersonalDataBreach: boolean
}

/** The receipt of a report that waits for a network. */
export const waitingReceipt: Receipt = {
  number: null,
  id: null,
  responsible: null,
  receiveBy: null,
  isSeriousInjury: false,
  isPersonalDataBreach: false,
}

/**
 * Sends a report. The same key again makes no second case.
 * @throws {ApiError} `possibleWhistleblowing`, `sensitiveContent`, …; `offline` and `network` when it did not get there.
 */
export async function sendReport(key: string, body: NewDeviation): Promise<Receipt> {
  const sent = await request(Sent, deviationsPath, {
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': key },
  })
  void queryClient.invalidateQueries({ queryKey: deviationQueries.all })
  if (!('id' in sent)) return { ...waitingReceipt, number: sent.number }
  return {
    number: sent.number,
    id: sent.id,
    responsible: sent.responsible?.displayName ?? null,
    receiveBy: sent.deadlines.receive,
    isSeriousInjury: sent.isSeriousInjury,
    isPersonalDataBreach: sent.isPersonalDataBreach,
  }
}

/** Whether it may get there later, as it is. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.status === 0 || error.status === 429 || error.status >= 500 || error.status === 401)

/** What was sent after having waited, the last first, until the person has seen it. */
export const sentLater = createSignal<readonly Receipt[]>([])

let sending: Promise<boolean> | undefined

/** Sends all that waits for a network, one by one. @returns whether something still waits. */
export function sendUnsent(viewerId: string): Promise<boolean> {
  sending ??= sendAll(viewerId).finally(() => {
    sending = undefined
  })
  return sending
}

async function sendAll(viewerId: string): Promise<boolean> {
  for (const { name: key, body, draft } of unsentReports.list(viewerId).toReversed()) {
    try {
      const receipt = await sendReport(key, body)
      unsentReports.write(viewerId, key, undefined)
      sentLater.set([receipt, ...sentLater.get()])
    } catch (error) {
      if (isWorthRetrying(error)) return true
      // It has to be changed first: a person must see to it.
      const refusal = error instanceof ApiError ? error.code : 'unexpectedAnswer'
      reportDrafts.write(viewerId, key, { ...draft, refusal })
      unsentReports.write(viewerId, key, undefined)
    }
  }
  return false
}
