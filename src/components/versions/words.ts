/**
 * Words with their hyphens and apostrophes («e-post», «IT-avdelingen»), numbers with their own signs («07:15», «12,5»),
 * stretches of space, and every other character by itself, so that a comma does not change the word before it.
 */
const pieces = /\s+|[\p{L}\p{M}\p{N}]+(?:(?:[-\u2011'’]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|./gsu

/** The text in pieces that are compared whole: words, spaces, signs. Joined they are the text again. */
export const splitWords = (text: string): string[] => text.match(pieces) ?? []

/** Whether a piece of `splitWords` is a word or a number, and not space or a sign. */
export const isWord = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece)
