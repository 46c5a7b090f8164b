/**
 * A text as the directory compares it: lower case, without accents, with æ, ø and å as people without them write them
 * (ae and a, oe and o, aa and a are the same), and words apart. The same as `directory_fold` in the database, which a
 * test holds it to.
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('þ', 'th')
    .replaceAll(/[æøđðłŋı]/g, (letter) => likeLetters[letter] ?? letter)
    .replaceAll('ae', 'a')
    .replaceAll('oe', 'o')
    .replaceAll('aa', 'a')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const likeLetters: Record<string, string> = { æ: 'a', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ŋ: 'n', ı: 'i' }

/** Words that tell nothing. The same as in `directory_words`. */
const smallWords = new Set(['og', 'i', 'for', 'av', 'til', 'med', 'pa', 'and'])

/** Most words a search goes by; further ones tell nothing more. */
const maxWords = 6

/**
 * What somebody types, as words to look for: telephone numbers in one piece whatever their spacing, e-mail addresses
 * without the domain, small words only when there is nothing else.
 */
export function searchWords(text: string): string[] {
  const joined = text
    .replaceAll(/@[^\s@]*/g, ' ')
    .replaceAll(
      /(?<![\p{L}\p{N}])\+?\d[\d\s.()/-]*\d(?![\p{L}\p{N}])/gu,
      (number) => ` ${nationalNumber(number)} `,
    )
  const words = foldText(joined).split(' ').filter(Boolean)
  const telling = words.filter((word) => !smallWords.has(word))
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, maxWords)
}

/** Digits in one piece, without +47; numbers too short to be of a telephone as they are. */
function nationalNumber(number: string): string {
  const digits = number.replaceAll(/\D/g, '')
  if (digits.length < 5) return number
  return digits.replace(/^(?:00)?47(?=\d{8}$)/, '')
}
