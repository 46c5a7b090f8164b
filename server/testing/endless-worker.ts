import { parentPort } from 'node:worker_threads'

/** Stands in for the reader of messages: by the first byte it loops, fills the memory, breaks, or answers. */
parentPort?.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  const kept: unknown[] = []
  if (bytes[0] === 1) for (;;) kept.length = 0
  if (bytes[0] === 2) for (;;) kept.push(Array.from({ length: 1000 }, () => ({})))
  if (bytes[0] === 3) throw new Error('broken')
  parentPort?.postMessage({ kind: 'message', message: { subject: String(bytes[0]), attachments: [] } })
})
parentPort?.postMessage('ready')
