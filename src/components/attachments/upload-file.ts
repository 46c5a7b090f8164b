import * as z from 'zod/mini'
import { File as StoredFile, fragmentUnit, maxFileSize, UploadSession } from '#api/files/contract.ts'
import { whenOnline } from '../../lib/online.ts'
import { ApiError, request } from '../../lib/request.ts'
import { forgetSession, nextStart, openSession, startOf } from './upload-session.ts'

/** Bytes sent at a time: small enough that little is lost when a phone loses its network. */
const fragmentSize = 4 * fragmentUnit
/** How often something is tried again when the server is not reached though there is a network. */
const maxRetries = 5
/** First wait before trying again, in milliseconds; doubled each time. */
const firstWait = 500

/** What a fragment is answered with: the stored file after the last, before that what is still missing. */
const FragmentAnswer = z.union([StoredFile, UploadSession])

interface UploadOptions {
  /** Share that has arrived, 0 to 1. */
  onProgress?: (share: number) => void
  /** Whether the upload now stands still until there is a network again. */
  onWaiting?: (isWaiting: boolean) => void
  signal?: AbortSignal
}

/**
 * Stores a file through an upload session (graph.md §1.5). A broken connection does not mean starting over: what is
 * missing is asked for and sent, also when the same file is sent anew after an error or a reload. Without a network it
 * waits for one.
 * @throws {ApiError} 413, or 422 with a code that says why the file is refused; `network` when it never came through.
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<StoredFile> {
  if (file.size === 0) throw new ApiError({ status: 422, code: 'fileEmpty' })
  if (file.size > maxFileSize) throw new ApiError({ status: 413, code: 'contentTooLarge' })
  const { onProgress, signal } = options

  const session = await persist(() => openSession(file, signal), options)
  let { start } = session
  let isBroken = false
  for (;;) {
    onProgress?.(start / file.size)
    const answer = await persist(async () => {
      // The fragment may have arrived although its answer was lost.
      if (isBroken) start = await nextStart(session.uploadUrl, signal)
      isBroken = true
      return sendFragment(session.uploadUrl, file, start, signal)
    }, options)
    isBroken = false
    if ('id' in answer) {
      forgetSession(file)
      onProgress?.(1)
      return answer
    }
    start = startOf(answer)
  }
}

/** Does something again for as long as only the connection is to blame. */
async function persist<T>(attempt: () => Promise<T>, { onWaiting, signal }: UploadOptions): Promise<T> {
  for (let retry = 0; ;) {
    try {
      const result = await attempt()
      if (retry > 0) onWaiting?.(false)
      return result
    } catch (error) {
      if (!isLostConnection(error) || retry >= maxRetries) throw error
      onWaiting?.(true)
      await wait(firstWait * 2 ** retry, signal)
      if (navigator.onLine) retry += 1
      else await whenOnline(signal ?? new AbortController().signal)
    }
  }
}

async function sendFragment(uploadUrl: string, file: File, start: number, signal?: AbortSignal) {
  const end = Math.min(start + fragmentSize, file.size)
  return request(FragmentAnswer, uploadUrl, {
    method: 'PUT',
    body: file.slice(start, end),
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${start}-${Math.max(start, end - 1)}/${file.size}`,
    },
    signal,
  })
}

function isLostConnection(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'network' || error.code === 'offline')
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('Aborted', 'AbortError'))
    })
  })
}
