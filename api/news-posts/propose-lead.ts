import type { RichTextDocument } from '../rich-text/contract.ts'
import { plainText } from '../text/plain-text.ts'

/** Longest lead proposed, in characters. */
const maxLength = 300
/** Shorter paragraphs are dates, places and greetings. */
const minLength = 25

const greeting =
  /^(hei|heisann|hallo|halla|god (dag|morgen|ettermiddag)|kjære|til alle|dear|hi|hello)(?!\p{L})[^.:?]{0,60}[.,!:–-]*$/iu

/**
 * A lead from the beginning of a text: the first sentence, and the second when both fit, of the first
 * paragraph that is not a greeting. '' when that would be nearly all there is to read.
 */
export function proposeLead(body: RichTextDocument): string {
  const paragraphs = (body.content ?? []).filter((block) => block.type === 'paragraph')
  const texts = paragraphs.map((block) =>
    plainText({ type: 'doc', content: [block] })
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const first = texts.find((text) => text.length >= minLength && !greeting.test(text)) ?? ''
  const lead = shorten(withoutAddresses(first.slice(0, maxLength * 5)))
  const restLength = plainText(body).trim().length - lead.length
  return restLength > lead.length / 2 ? lead : ''
}

/** An address cannot be followed in a lead, and is long. */
function withoutAddresses(text: string): string {
  return text
    .replace(/ ?[(<]https?:\/\/[^\s)>]+[)>]/g, '')
    .replace(/ ?https?:\/\/\S+/g, '')
    .trim()
}

function shorten(text: string): string {
  const [first = '', second = ''] = sentencesOf(text)
  const both = (first + second).trim()
  if (both.length <= maxLength) return both
  if (first.trim().length <= maxLength) return first.trim()
  return `${first.slice(0, maxLength - 1).replace(/\s+\S*$/, '')}…`
}

/** After these a full stop does not end a sentence, though a number or a name follows. */
const abbreviation = /(^|[\s(])(kl|nr|ca|bl\.a|f\.eks|evt|inkl|jf|kap|pkt|s|tlf|dr|st|hhv|pga|mht)\.\s*$/i

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of new Intl.Segmenter('nb', { granularity: 'sentence' }).segment(text)) {
    const last = sentences.at(-1)
    if (last !== undefined && abbreviation.test(last)) sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences
}
