import { decodeText } from './charset.ts'

/** Code pages of Windows whose label is not `windows-` and the number. */
const labels: Record<number, string> = {
  0: '',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  20127: 'us-ascii',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The charset label of a Windows code page; '' when none is stated. */
export function codePageLabel(codePage: number): string {
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`
  return labels[codePage] ?? `windows-${codePage}`
}

/** Decodes text in a Windows code page, as `decodeText` does. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  return decodeText(bytes, codePageLabel(codePage))
}
