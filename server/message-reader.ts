import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Deps } from '#api/deps.ts'
import { ApiError, serviceUnavailable, unprocessable } from '#api/http/errors.ts'
import type { MessageJob, MessageResult } from './parse-message-worker.ts'

/** How much reading e-mail messages may cost. */
export interface MessageLimits {
  /** Messages read at once, each in a thread of its own. */
  workers: number
  /** Messages that wait for a thread; more are turned away. */
  waiting: number
  /** Longest time for one message. */
  milliseconds: number
  /** Memory for one message, beside its bytes. */
  megabytes: number
}

/** Reads messages beside the thread that answers requests. */
export interface MessageReader {
  read: Deps['readMessage']
  /** Ends the threads. */
  close: () => Promise<void>
}

/** Seconds after which someone turned away may try again. */
const retryAfter = 10

const workerFile = new URL('./parse-message-worker.ts', import.meta.url)

/**
 * Starts reading messages in threads of their own, so that a message made to take long or to fill the memory holds up
 * nobody: its thread is ended, and the next message gets a new one. Threads are started when they are needed.
 * @param file what the threads run.
 */
export function createMessageReader(
  limits: MessageLimits,
  log: Deps['log'],
  file: URL = workerFile,
): MessageReader {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []
  let running = 0

  const openWorker = async () => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
    all.add(worker)
    // While a message is read its error is heard where that is waited for; between messages only the end matters.
    worker.on('error', () => {})
    worker.once('exit', () => {
      all.delete(worker)
      const place = idle.indexOf(worker)
      if (place >= 0) idle.splice(place, 1)
    })
    await once(worker, 'message')
    return worker
  }

  const takeTurn = async () => {
    if (running >= limits.workers) {
      if (waiting.length >= limits.waiting) throw serviceUnavailable('tooManyMessages', retryAfter)
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
  }
  const passTurn = () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  const read: Deps['readMessage'] = async (bytes, mediaType) => {
    await takeTurn()
    let worker: Worker | undefined
    try {
      worker = idle.pop() ?? (await openWorker())
      const result = await ask(worker, { bytes, mediaType }, limits.milliseconds)
      idle.push(worker)
      return messageOf(result)
    } catch (error) {
      if (worker && !idle.includes(worker)) await worker.terminate()
      if (!(error instanceof BoundsReached)) throw error
      log('warning', 'a message could not be read within bounds', { reason: error.message })
      throw unprocessable('messageTooComplex', 'The message is too complex to be read.')
    } finally {
      passTurn()
    }
  }
  const close = async () => {
    await Promise.all([...all].map((worker) => worker.terminate()))
  }
  return { read, close }
}

/** The message took more time or memory than it may. */
class BoundsReached extends Error {}

/** @throws BoundsReached when the thread is too slow or runs out of memory. */
async function ask(worker: Worker, job: MessageJob, milliseconds: number): Promise<MessageResult> {
  const abort = new AbortController()
  const { signal } = abort
  const timer = setTimeout(() => abort.abort(), milliseconds)
  // The bytes are given away, not copied; they are never on shared memory.
  worker.postMessage(job, [job.bytes.buffer as ArrayBuffer])
  try {
    // Rejects with the thread's error, should it have one.
    const [result] = await once(worker, 'message', { signal })
    return result as MessageResult // the worker sends nothing else
  } catch (error) {
    if (signal.aborted) throw new BoundsReached('out of time')
    const isOutOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    throw isOutOfMemory ? new BoundsReached(error.message) : error
  } finally {
    clearTimeout(timer)
  }
}

function messageOf(result: MessageResult) {
  if (result.kind === 'message') return result.message
  if (result.kind === 'tooComplex') throw new BoundsReached(result.reason)
  if (result.kind === 'failed') throw new Error(`The reader of messages failed: ${result.reason}`)
  const { status, topCode, message, parts } = result.error
  throw new ApiError(status, topCode, message, parts)
}
