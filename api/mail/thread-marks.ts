import type { HtmlElement } from './html-tree.ts'

const quoteClasses =
  /(^|\s)(gmail_quote(_container)?|yahoo_quoted|moz-forward-container|protonmail_quote)(\s|$)/
const startIds =
  /^(x_)*(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/
const signatureNames =
  /(^|[\s_])(gmail_signature|moz-signature|ms-outlook-mobile-signature|AppleMailSignature|x?_?signature)(\s|$)/i

/** What a mail program says an element is: the names are those it writes in `id`, `class` and `type`. */
export function threadRole(element: HtmlElement): 'quotedThread' | 'threadStart' | 'signature' | undefined {
  const { id = '', class: classes = '', type = '' } = element.attributes
  if (quoteClasses.test(classes)) return 'quotedThread'
  if (element.name === 'blockquote' && type.toLowerCase() === 'cite') return 'quotedThread'
  if (startIds.test(id) || /\bOutlookMessageHeader\b/.test(classes)) return 'threadStart'
  if (signatureNames.test(id) || signatureNames.test(classes)) return 'signature'
  return undefined
}
