import type { FileReference } from '#api/files/contract.ts'
import { m } from '../../messages/messages.js'
import { getLocale } from '../../lib/locale.ts'

/** «PDF, 240 kB»: what kind of file it is and how large. */
export function fileDescription({ name, size }: Pick<FileReference, 'name' | 'size'>): string {
  return m.parts_fileDescription({ type: fileType(name), size: fileSize(size) })
}

/** The ending of a file's name, as people say it: PDF, DOCX. */
function fileType(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toUpperCase() : m.parts_file()
}

/** Bytes in the largest unit that leaves a whole number: «240 kB», «1,4 MB». */
function fileSize(bytes: number): string {
  const isLarge = bytes >= 1_000_000
  const format = new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  })
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)))
}
