import { maxFileSize } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { ApiError } from '../../lib/request.ts'

/** Why a file could not be stored, in words for the person who chose it. */
export function uploadErrorText(error: unknown): string {
  if (!(error instanceof ApiError)) return m.parts_uploadFailed()
  if (error.code === 'offline' || error.code === 'network') return m.parts_uploadOffline()
  const known = texts[error.code]
  if (known !== undefined) return known()
  if (error.status === 413) return m.parts_uploadTooLarge({ megabytes: maxFileSize / 1024 / 1024 })
  if (error.status === 415 || error.status === 422) return m.parts_uploadRefused()
  if (error.status === 507) return m.parts_uploadQuota()
  if (error.status === 429 || error.status === 503) return m.parts_uploadBusy()
  return m.parts_uploadFailed()
}

/** The refusals of the API that one can do something about. */
const texts: Record<string, () => string> = {
  fileNameInvalid: m.parts_uploadNameInvalid,
  fileContentMismatch: m.parts_uploadMismatch,
  fileEmpty: m.parts_uploadEmpty,
  fileDamaged: m.parts_uploadDamaged,
  fileEncrypted: m.parts_uploadEncrypted,
  fileHasActiveContent: m.parts_uploadActiveContent,
  fileHasExternalContent: m.parts_uploadExternalContent,
  fileUnpacksTooLarge: m.parts_uploadUnpacksTooLarge,
  imageTooLarge: m.parts_uploadImageTooLarge,
  imageAnimated: m.parts_uploadImageAnimated,
  tooManyUploadSessions: m.parts_uploadTooMany,
}
