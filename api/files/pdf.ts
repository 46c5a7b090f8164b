import { latin1 } from './bytes.ts'
import { damaged, refused } from './refusal.ts'

/** How far from either end readers look for the header and `%%EOF` (ISO 32000-1 annex H.3). */
const searched = 1024

/**
 * Checks a PDF: the header at the very start, its end at the end, and neither HTML nor a zip around it,
 * so that no program takes the same bytes for something else.
 * @throws 422
 */
export function checkPdf(bytes: Uint8Array): void {
  const head = latin1(bytes, 0, searched)
  if (!/^%PDF-[12]\.\d/.test(head)) throw refused('fileContentMismatch', 'The file does not start as a PDF.')
  if (/<(!doctype|html|head|body|script|svg|iframe|img|meta)\b/i.test(head)) {
    throw refused('fileContentMismatch', 'The file is a web page and a PDF at once.')
  }
  const tail = latin1(bytes, Math.max(0, bytes.length - searched), searched)
  const end = tail.lastIndexOf('%%EOF')
  if (end === -1) throw damaged('the PDF has no end')
  if (!/^[\s\0]*$/.test(tail.slice(end + 5))) throw damaged('something follows the end of the PDF')
}
