import { unprocessable } from '../http/errors.ts'

/** Why a file is refused. The UI has a text for each. */
export type RefusalCode =
  /** Nothing is left of the name once what is unsafe is taken out. */
  | 'fileNameInvalid'
  /** Not one of the formats we take. */
  | 'fileTypeNotAllowed'
  /** The content is something else than the name says. */
  | 'fileContentMismatch'
  | 'fileEmpty'
  /** Cut off, or built against the format's own rules. */
  | 'fileDamaged'
  /** Locked with a password, so nothing inside it can be checked. */
  | 'fileEncrypted'
  /** Macros, ActiveX or an embedded program. */
  | 'fileHasActiveContent'
  /** An Office file that fetches a template or object from elsewhere when it is opened. */
  | 'fileHasExternalContent'
  /** A zip that unpacks to far more than it weighs. */
  | 'fileUnpacksTooLarge'
  /** More pixels than a browser should be asked to decode. */
  | 'imageTooLarge'
  /** Moving pictures cannot be paused by the reader (WCAG 2.2.2). */
  | 'imageAnimated'

/** 422 with the reason the file is refused. */
export const refused = (code: RefusalCode, message: string) => unprocessable(code, message)

/** 422 `fileDamaged`; `what` says which rule of the format is broken. */
export const damaged = (what: string) => refused('fileDamaged', `The file is damaged: ${what}.`)
