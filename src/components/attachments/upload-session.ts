import { UploadSession } from '#api/files/contract.ts'
import { ApiError, request, requestNothing } from '../../lib/request.ts'
import { queryClient } from '../../lib/query-client.ts'
import { viewerQuery } from '../viewer/viewer-queries.ts'

/** A place to send a file to, and how much of it has come there. */
export interface OpenSession {
  uploadUrl: string
  /** The first byte the server is missing. */
  start: number
}

/**
 * Goes on with the session this file already has, after a break or a reload, or opens one.
 * @throws {ApiError} 422 with a code that says why the file is refused.
 */
export async function openSession(file: File, signal?: AbortSignal): Promise<OpenSession> {
  const known = remembered(file)
  if (known !== undefined) {
    try {
      return { uploadUrl: known, start: await nextStart(known, signal) }
    } catch (error) {
      if (!isGone(error)) throw error
      forgetSession(file)
    }
  }
  const session = await request(UploadSession, '/v1.0/files/createUploadSession', {
    method: 'POST',
    body: { item: { name: file.name, fileSize: file.size } },
    signal,
  })
  const { uploadUrl } = session
  if (uploadUrl === undefined) throw new ApiError({ status: 200, code: 'unexpectedAnswer' })
  remember(file, uploadUrl)
  return { uploadUrl, start: startOf(session) }
}

/** Asks how much has arrived. @throws {ApiError} 404 when the session has ended. */
export async function nextStart(uploadUrl: string, signal?: AbortSignal): Promise<number> {
  return startOf(await request(UploadSession, uploadUrl, { signal }))
}

/** The first byte the server is missing. */
export function startOf({ nextExpectedRanges: [range = '0-'] }: UploadSession): number {
  return Number.parseInt(range, 10)
}

/** Ends the session of a file that will not be sent, so that it takes no room. */
export async function discardSession(file: File): Promise<void> {
  const uploadUrl = remembered(file)
  forgetSession(file)
  if (uploadUrl !== undefined) await requestNothing(uploadUrl, { method: 'DELETE' })
}

/** Whether the server knows the session no more: it has ended, or the file is stored. */
const isGone = (error: unknown) => error instanceof ApiError && error.status === 404

/**
 * Sessions are kept until the tab is closed, so that the same file chosen anew after a reload goes on where it was. The
 * address is the right to fill one file, so it is kept for the person it was given to.
 */
const keyOf = (file: File) =>
  [
    'tunet.upload',
    queryClient.getQueryData(viewerQuery.queryKey)?.id,
    file.name,
    file.size,
    file.lastModified,
  ].join('/')

function remembered(file: File): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(file)) ?? undefined
  } catch {
    return undefined
  }
}

function remember(file: File, uploadUrl: string): void {
  try {
    sessionStorage.setItem(keyOf(file), uploadUrl)
  } catch {
    // Storage may be closed; then a break means starting over.
  }
}

/** Forgets the session of a file that is stored. */
export function forgetSession(file: File): void {
  try {
    sessionStorage.removeItem(keyOf(file))
  } catch {
    // There is none.
  }
}
