const alike: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', ð: 'd', þ: 'th', ß: 'ss', đ: 'd', ł: 'l' }

/**
 * Letters as people type them when they have no others: «søppel» and «soppel» are the same, and so are «Åsgård» and
 * «asgard». Small letters, without marks.
 */
export const foldLetters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøåðþßđł]/g, (letter) => alike[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
