/** What shall go wrong. */
export interface Fault {
  /** `slow` answers late, `fail` answers with an error, `offline` does not answer. */
  kind: 'slow' | 'fail' | 'offline'
  /** Only calls whose path contains this, for example `/v1.0/newsPosts`. All calls when left out. */
  path?: string
  /** Only calls with this method. */
  method?: string
  /** Milliseconds to wait first. 3000 for `slow`, otherwise 0. */
  delay?: number
  /** Status of `fail`: 500 when left out. */
  status?: number
  /** Specific error code of `fail`. */
  code?: string
  /** How many calls it strikes before it is over: 1 when left out, `Infinity` until `clear`. */
  times?: number
}

/** Switches that make the network misbehave, by hand in the browser's console or from a test. */
export interface Faults {
  /** Adds a fault: `tunetFaults.next({ kind: 'fail', path: '/v1.0/newsPosts', status: 503 })`. */
  next(fault: Fault): void
  /** No call comes through until `clear`. */
  offline(): void
  /** All is well again. */
  clear(): void
  /**
   * Answers a call through the faults.
   * @returns the answer; `Response.error()` stands for no network.
   */
  apply(request: Request, answer: (request: Request) => Promise<Response>): Promise<Response>
}

/** Makes a set of switches, all off. */
export function createFaults(): Faults {
  let pending: (Fault & { left: number })[] = []
  const next = (fault: Fault) => {
    pending.push({ ...fault, left: fault.times ?? 1 })
  }
  return {
    next,
    offline: () => next({ kind: 'offline', times: Number.POSITIVE_INFINITY }),
    clear: () => {
      pending = []
    },
    apply: async (request, answer) => {
      const { pathname } = new URL(request.url)
      const fault = pending.find(
        ({ path = '', method = request.method }) => pathname.includes(path) && request.method === method,
      )
      if (!fault) return answer(request)
      fault.left -= 1
      pending = pending.filter(({ left }) => left > 0)
      const delay = fault.delay ?? (fault.kind === 'slow' ? 3000 : 0)
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      if (fault.kind === 'offline') return Response.error()
      if (fault.kind === 'fail') return failure(fault.status ?? 500, fault.code)
      return answer(request)
    },
  }
}

const reasons: Record<number, string> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'preconditionFailed',
  413: 'contentTooLarge',
  422: 'unprocessableContent',
  429: 'tooManyRequests',
  500: 'internalServerError',
  503: 'serviceUnavailable',
}

function failure(status: number, code: string | undefined): Response {
  const requestId = crypto.randomUUID()
  const error = {
    code: reasons[status] ?? 'generalException',
    message: 'Made to fail by the mocks.',
    innerError: { code, date: new Date().toISOString(), 'request-id': requestId },
  }
  const headers = { 'request-id': requestId, ...([429, 503].includes(status) && { 'Retry-After': '1' }) }
  return Response.json({ error }, { status, headers })
}
