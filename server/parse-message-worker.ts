import { parentPort } from 'node:worker_threads'
import { ApiError } from '#api/http/errors.ts'
import type { MessageMediaType } from '#api/mail/message-media-type.ts'
import { type ImportedMessage, parseMessage } from '#api/news-posts/import-message.ts'

/** What the worker is asked to read. */
export interface MessageJob {
  bytes: Uint8Array
  mediaType?: MessageMediaType
}

/** What comes of it: the message, the reason why not, or that something is wrong with the reader. */
export type MessageResult =
  | { kind: 'message'; message: ImportedMessage }
  | { kind: 'refused'; error: Pick<ApiError, 'status' | 'topCode' | 'message' | 'parts'> }
  | { kind: 'tooComplex'; reason: string }
  | { kind: 'failed'; reason: string }

async function read({ bytes, mediaType }: MessageJob): Promise<MessageResult> {
  try {
    return { kind: 'message', message: await parseMessage(bytes, mediaType) }
  } catch (error) {
    // The stack is full, or a length is beyond any there can be.
    if (error instanceof RangeError) return { kind: 'tooComplex', reason: error.message }
    if (!(error instanceof ApiError)) return { kind: 'failed', reason: String(error) }
    const { status, topCode, message, parts } = error
    return { kind: 'refused', error: { status, topCode, message, parts } }
  }
}

/** The memory of what came along: given away, not copied. Many attachments are views of the same. */
function memoryOf(result: MessageResult): ArrayBuffer[] {
  const files = result.kind === 'message' ? result.message.attachments : []
  // Nothing here is made on shared memory.
  return [...new Set(files.map(({ bytes }) => bytes.buffer as ArrayBuffer))]
}

parentPort?.on('message', (job: MessageJob) => {
  void read(job).then((result) => parentPort?.postMessage(result, memoryOf(result)))
})
// The first word says that all is loaded, so that the time of a message can begin.
parentPort?.postMessage('ready')
