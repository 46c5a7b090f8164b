import { imageTypeOf, readImage, type Image } from './image.ts'
import { checkOffice, officeTypes, type OfficeType } from './office.ts'
import { checkPdf } from './pdf.ts'
import { refused } from './refusal.ts'
import { checkText } from './text.ts'

/** A file found good, as it is to be stored. */
export interface CheckedContent {
  mediaType: string
  /** The uploaded bytes; of images, without metadata. */
  bytes: Uint8Array
  /** Pixels; null for what is not an image. */
  width: number | null
  height: number | null
}

type Check = (bytes: Uint8Array) => CheckedContent | Promise<CheckedContent>

/** Every format we take, by extension (graph.md §6.10). What is not here is refused. */
const checks = new Map<string, Check>([
  ['pdf', pdf],
  ['docx', office(officeTypes.docx)],
  ['xlsx', office(officeTypes.xlsx)],
  ['pptx', office(officeTypes.pptx)],
  ['png', image('image/png')],
  ['jpg', image('image/jpeg')],
  ['jpeg', image('image/jpeg')],
  ['webp', image('image/webp')],
  ['txt', text('text/plain')],
  ['csv', text('text/csv')],
])

/** Extensions of the formats we take, lower-case, without the dot. */
export const allowedExtensions: readonly string[] = [...checks.keys()]

/**
 * Finds the check for a name, so that an upload can be refused before its bytes are sent.
 * @throws 422 `fileTypeNotAllowed`
 */
export function checkFor(name: string): Check {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const check = checks.get(extension)
  if (check) return check
  throw refused(
    'fileTypeNotAllowed',
    `Files of this type are not taken; ${allowedExtensions.join(', ')} are.`,
  )
}

/**
 * Checks that a file is what its name says, by name, first bytes and content, and holds nothing hostile.
 * @throws 422 with a `RefusalCode`.
 */
export async function checkContent(name: string, bytes: Uint8Array): Promise<CheckedContent> {
  const check = checkFor(name)
  if (bytes.length === 0) throw refused('fileEmpty', 'The file is empty.')
  return check(bytes)
}

function pdf(bytes: Uint8Array): CheckedContent {
  checkPdf(bytes)
  return { mediaType: 'application/pdf', bytes, width: null, height: null }
}

function office(type: OfficeType): Check {
  return async (bytes) => {
    await checkOffice(bytes, type)
    return { mediaType: type, bytes, width: null, height: null }
  }
}

function image(mediaType: Image['mediaType']): Check {
  return (bytes) => {
    const type = imageTypeOf(bytes)
    if (type !== mediaType)
      throw refused('fileContentMismatch', `The file is ${type ?? 'no image'}, not ${mediaType}.`)
    return readImage(bytes)
  }
}

/** The charset is part of the media type unless it is UTF-8. */
function text(mediaType: 'text/plain' | 'text/csv'): Check {
  return (bytes) => {
    const charset = checkText(bytes)
    const type = charset === 'utf-8' ? mediaType : `${mediaType}; charset=${charset}`
    return { mediaType: type, bytes, width: null, height: null }
  }
}
