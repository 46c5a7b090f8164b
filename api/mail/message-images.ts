import type { RichTextNode } from '../rich-text/contract.ts'
import { fileName } from './message-content.ts'
import type { MessagePart } from './message-part.ts'
import type { HtmlElement } from './html-tree.ts'
import { styleOf } from './html-style.ts'
import { newPart } from './new-part.ts'
import { decodeBase64 } from './transfer-encoding.ts'

/** A file of the message, with the id it gets when it is stored. */
export interface MessageFile {
  id: string
  part: MessagePart
  /** Whether the body shows it. */
  isShown: boolean
}

export function newFile(part: MessagePart): MessageFile {
  return { id: crypto.randomUUID(), part, isShown: false }
}

const maxFiles = 100
const maxAlternativeText = 300
const pictureTypes = /^image\/(png|jpe?g|gif|webp)$/

/**
 * The node for the picture an `<img>` shows: one of the message's own files (`cid:`), or one written into
 * the HTML (`data:`), which is added to `files`. Pictures of one pixel are for tracking and silently left
 * out; others that cannot be shown, such as those on other sites, are told to `onRefused`.
 */
export function resolveImage(
  element: HtmlElement,
  files: MessageFile[],
  onRefused: (name: string) => void,
): RichTextNode | undefined {
  const source = element.attributes.src?.trim() ?? ''
  const width = pixels(element, 'width')
  const height = pixels(element, 'height')
  if (source === '' || isTiny(width) || isTiny(height)) return undefined
  const alt = (element.attributes.alt ?? '').trim()
  const file = findByContentId(source, files) ?? fromDataAddress(source, files)
  if (file === undefined || !isPicture(file.part)) {
    onRefused(alt || hostOf(source))
    return undefined
  }
  return imageNode(file, alt, width, height)
}

/** The node that shows a file. Called when the file is shown; it says so on the file. */
export function imageNode(
  file: MessageFile,
  alt = '',
  width: number | null = null,
  height: number | null = null,
): RichTextNode {
  file.isShown = true
  const description = alt
    .toWellFormed()
    .replaceAll('\u0000', '')
    .slice(0, maxAlternativeText)
    .replace(/[\ud800-\udbff]$/, '')
  return { type: 'image', attrs: { fileId: file.id, alt: description, width, height } }
}

/** Whether a part is a picture that can be shown, by its declared type or its name. */
export function isPicture(part: MessagePart): boolean {
  return pictureTypes.test(part.type.value) || /\.(png|jpe?g|gif|webp)$/i.test(fileName(part))
}

function findByContentId(source: string, files: MessageFile[]): MessageFile | undefined {
  const [, id] = /^cid:(.+)$/is.exec(source) ?? []
  if (id === undefined) return undefined
  const name = safeDecode(id)
  return files.find(({ part }) => part.contentId !== '' && (part.contentId === id || part.contentId === name))
}

function fromDataAddress(source: string, files: MessageFile[]): MessageFile | undefined {
  const [, type = '', data = ''] = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=\s]+)$/i.exec(source) ?? []
  if (!pictureTypes.test(type.toLowerCase()) || files.length >= maxFiles) return undefined
  const bytes = decodeBase64(new TextEncoder().encode(data))
  const file = newFile(newPart(type.toLowerCase(), bytes, { disposition: 'inline' }))
  files.push(file)
  return file
}

function pixels(element: HtmlElement, name: 'width' | 'height'): number | null {
  const styled = new RegExp(`;${name}:([\\d.]+)px`).exec(styleOf(element))?.[1]
  const value = element.attributes[name] ?? ''
  const number = Math.round(
    Number(styled ?? (/^\d+(px)?$/.test(value.trim()) ? Number.parseInt(value) : Number.NaN)),
  )
  return number >= 0 && number <= 20_000 ? number : null
}

function isTiny(size: number | null): boolean {
  return size !== null && size <= 2
}

function hostOf(source: string): string {
  return URL.canParse(source) ? new URL(source).hostname : ''
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not percent-encoded after all.
    return text
  }
}
