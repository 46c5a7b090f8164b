import { refused } from './refusal.ts'

/** Control characters that text files have no use for: all but tab, line feed, form feed and return. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/
/** Beginnings by which other programs know other formats. */
const otherFormat = /^\s*(%PDF-|GIF8[79]a|\{\\rtf|<(!doctype|html|head|body|script|svg|\?xml)\b)/i

/**
 * Checks that a file is plain text in UTF-8 or, as Norwegian Excel still writes CSV, windows-1252.
 * @returns the charset.
 * @throws 422 `fileContentMismatch`
 */
export function checkText(bytes: Uint8Array): 'utf-8' | 'windows-1252' {
  const { text, charset } = decode(bytes)
  if (control.test(text)) throw refused('fileContentMismatch', 'The file is not plain text.')
  if (otherFormat.test(text))
    throw refused('fileContentMismatch', 'The file is of another kind than its name says.')
  return charset
}

function decode(bytes: Uint8Array) {
  try {
    return { charset: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } as const
  } catch {
    // Bytes windows-1252 leaves undefined become C1 controls, which `control` refuses.
    return { charset: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) } as const
  }
}
