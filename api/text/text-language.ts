import { isWord, type Token } from './words.ts'

/** A written language the rules know: bokmål, nynorsk, English. */
export type TextLanguage = 'nb' | 'nn' | 'en'

/** Small words that stand in one of the languages only. */
const telling: Record<TextLanguage, ReadonlySet<string>> = {
  nb: new Set(
    `jeg ikke hva hvem hvor hvordan hvorfor hvis hvilken hvilke fra noe noen dere være mye kommer gjør sier ønsker
    en et uke selv bare nå også flere mellom siden hun gjennom gi henne flest`.split(/\s+/),
  ),
  nn: new Set(
    `eg ikkje kva kven kvar korleis kvifor viss frå noko nokon nokre dykk dykkar vere mykje kjem gjer seier
    ønskjer ein eit veke sjølv berre no òg fleire sidan ho gje vert vart dei tilsette mogleg følgje`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the and of is are you your we our with this that will be has on not can if who what when please from their was
    were or which must should they`.split(/\s+/),
  ),
}

/** The written language most of a text is in, by its small words; bokmål when nothing tells. */
export function textLanguage(tokens: readonly Token[]): TextLanguage {
  const seen = { nb: 0, nn: 0, en: 0 }
  for (const token of tokens) {
    if (!isWord(token)) continue
    const word = token.text.toLowerCase()
    if (telling.nb.has(word)) seen.nb++
    if (telling.nn.has(word)) seen.nn++
    if (telling.en.has(word)) seen.en++
  }
  if (seen.en > seen.nb + seen.nn) return 'en'
  return seen.nn > seen.nb ? 'nn' : 'nb'
}
