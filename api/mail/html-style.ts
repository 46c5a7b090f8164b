import type { HtmlElement } from './html-tree.ts'

/** More than any program writes. */
const maxStyleLength = 2000

/** The inline style of an element in lower case, as `name:value;` without blanks around the colons. */
export function styleOf(element: HtmlElement): string {
  const style = (element.attributes.style ?? '').slice(0, maxStyleLength)
  return style === '' ? '' : `;${style.toLowerCase().replace(/\s*([:;])\s*/g, '$1')};`
}

/** Whether the sender hid it: text that only shows in the list of messages, or that is there for filters. */
export function isHidden(element: HtmlElement): boolean {
  if ('hidden' in element.attributes) return true
  const style = styleOf(element)
  return (
    style !== '' &&
    (/;(display:none|visibility:hidden|mso-hide:all|opacity:0(\.0+)?|font-size:[01](px|pt)?)[ ;!]/.test(
      style,
    ) ||
      /;max-(height|width):0(px|pt)?[ ;!]/.test(style))
  )
}

/** Text formatting an element adds to what stands inside it. */
export interface Formatting {
  bold: boolean
  italic: boolean
  strike: boolean
  code: boolean
  /** Address of the link it stands in; '' outside links. */
  href: string
}

export const plainFormatting: Formatting = {
  bold: false,
  italic: false,
  strike: false,
  code: false,
  href: '',
}

const bold = new Set(['b', 'strong'])
const italic = new Set(['i', 'em', 'cite', 'var', 'dfn'])
const strike = new Set(['s', 'strike', 'del'])
const code = new Set(['code', 'kbd', 'samp', 'tt'])

/** The formatting inside `element`, given the formatting outside it. Links are the caller's. */
export function formattingInside(element: HtmlElement, outside: Formatting): Formatting {
  const style = styleOf(element)
  const [, weight = ''] = /;font-weight:(\w+)/.exec(style) ?? []
  const isHeavy = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  const isLight = weight === 'normal' || Number(weight) <= 500
  return {
    ...outside,
    bold: bold.has(element.name) ? !(weight !== '' && isLight) : weight === '' ? outside.bold : isHeavy,
    italic: outside.italic || italic.has(element.name) || /;font-style:(italic|oblique)/.test(style),
    strike:
      outside.strike || strike.has(element.name) || /;text-decoration(-line)?:[^;]*line-through/.test(style),
    code: outside.code || code.has(element.name),
  }
}
