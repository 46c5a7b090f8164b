import * as z from 'zod/mini'
import { File as StoredFile, fragmentUnit, UploadSession } from '#api/files/contract.ts'
import { ApiError, request } from '../../lib/request.ts'

/** Bytes sent at a time: small enough that little is lost when a phone loses its network. */
const fragmentSize = 4 * fragmentUnit
/** How often a fragment is tried again after the network failed. */
const maxRetries = 4
/** First wait before trying again, in milliseconds; doubled each time. */
const firstWait = 500

/** What a fragment is answered with: the stored file after the last, before that what is still missing. */
const FragmentAnswer = z.union([StoredFile, UploadSession])

interface UploadOptions {
  /** Share sent so far, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/**
 * Stores a file through an upload session (graph.md §1.5). A fragment that is lost on the way is asked for
 * and sent again, so a broken connection does not mean starting over.
 * @throws {ApiError} 422 with a code that says why the file is refused; `network` when it never came through.
 */
export async function uploadFile(
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<StoredFile> {
  const session = await request(UploadSession, '/v1.0/files/createUploadSession', {
    method: 'POST',
    body: { item: { name: file.name, fileSize: file.size } },
    signal,
  })
  const { uploadUrl } = session
  if (uploadUrl === undefined) throw new ApiError({ status: 200, code: 'unexpectedAnswer' })

  let start = nextStart(session)
  for (let retry = 0; ;) {
    try {
      const answer = await sendFragment(uploadUrl, file, start, signal)
      if ('id' in answer) {
        onProgress?.(1)
        return answer
      }
      start = nextStart(answer)
      retry = 0
      onProgress?.(start / file.size)
    } catch (error) {
      if (!isLostConnection(error) || retry >= maxRetries) throw error
      await wait(firstWait * 2 ** retry, signal)
      retry += 1
      start = await resumeFrom(uploadUrl, start, signal)
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

/** Asks how much arrived before the connection broke; while there still is none, tries from the same place. */
async function resumeFrom(uploadUrl: string, start: number, signal?: AbortSignal): Promise<number> {
  try {
    return nextStart(await request(UploadSession, uploadUrl, { signal }))
  } catch (error) {
    if (isLostConnection(error)) return start
    throw error
  }
}

/** The first byte the server is missing. */
function nextStart({ nextExpectedRanges: [range = '0-'] }: UploadSession): number {
  return Number.parseInt(range, 10)
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
