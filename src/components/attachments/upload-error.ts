import { maxFileSize } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { ApiError } from '../../lib/request.ts'

/** Why a file could not be stored, in words for the person who chose it. */
export function uploadErrorText(error: unknown): string {
  if (!(error instanceof ApiError)) return m.parts_uploadFailed()
  if (error.code === 'offline' || error.code === 'network') return m.parts_uploadOffline()
  if (error.status === 413) return m.parts_uploadTooLarge({ megabytes: maxFileSize / 1024 / 1024 })
  if (error.status === 415 || error.status === 422) return m.parts_uploadRefused()
  if (error.status === 507) return m.parts_uploadQuota()
  return m.parts_uploadFailed()
}
