import { m } from '../../messages/messages.js'
import { PictureError, type PictureProblem } from './cover-picture.ts'

/** Why a picture cannot be used, and what to do about it. */
export function pictureErrorText(error: unknown): string {
  return error instanceof PictureError ? texts[error.problem]() : m.cover_notFetched()
}

const texts: Record<PictureProblem, () => string> = {
  heic: m.cover_heic,
  tooLarge: m.cover_tooLarge,
  notPicture: m.cover_notPicture,
  unreadable: m.cover_unreadable,
}
