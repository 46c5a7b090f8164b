/** What a page tells the worker that runs the API. */
export type ToWorker =
  | {
      kind: 'connect'
      origin: string
      /** Public keys of the mocked provider, as a JWKS. */
      jwks: { keys: Record<string, unknown>[] }
      /** Name of a lock the page holds as long as it lives. */
      lock: string
    }
  | {
      kind: 'request'
      id: number
      method: string
      url: string
      headers: [string, string][]
      body: ArrayBuffer | undefined
    }
  | { kind: 'cancel'; id: number }
  | { kind: 'reset' }

/** What the worker tells a page. An answer is a head, then any number of chunks, then its end. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'progress'; text: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'head'; id: number; status: number; headers: [string, string][] }
  | { kind: 'chunk'; id: number; bytes: Uint8Array }
  | { kind: 'end'; id: number }
  | { kind: 'broken'; id: number }

/** The end of a channel both sides use: a port of a shared worker, or a worker and its own scope. */
export interface Channel<Out, In> {
  postMessage(message: Out, transfer?: Transferable[]): void
  onmessage: ((event: MessageEvent<In>) => void) | null
}
