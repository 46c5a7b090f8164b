import { damaged } from './refusal.ts'

/**
 * Text of an XML part of an Office file, without comments. What could hide a word from us, other encodings and
 * entities, is refused; Office writes neither (ECMA-376 part 2 §8.1.1).
 * @throws 422 `fileDamaged`
 */
export function readXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  let xml: string
  try {
    xml = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw damaged('an XML part has text that cannot be read')
  }
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(xml)?.[1] ?? encoding
  if (xml.includes('\0') || !/^(utf-?8|utf-?16|us-ascii)(le|be)?$/i.test(declared)) {
    throw damaged('an XML part is in an unusual encoding')
  }
  if (xml.includes('<!DOCTYPE')) throw damaged('an XML part has a document type')
  return xml.replaceAll(/<!--[\s\S]*?-->/g, '')
}

function encodingOf(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The start tags called `name`, whatever their namespace prefix. */
export function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}\\s(?:[^<>"']|"[^"]*"|'[^']*')*>`, 'g')) ?? []
}

/** The value of an attribute of a start tag, decoded. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return (match?.[1] ?? match?.[2])
    ?.replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, decimal: string) => character(Number(decimal)))
    .replaceAll('&amp;', '&')
}

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
