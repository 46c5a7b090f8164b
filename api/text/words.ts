/** A word, or a mark that can end a sentence, in a text. Offsets count UTF-16 units. */
export interface Token {
  start: number
  /** One past the last character. */
  end: number
  /** As written. */
  text: string
  /**
   * An `address` (web or e-mail) and an `abbreviation` count as one word each; a `break` is a change of line or cell;
   * a `stop` is one or more of `. ! ? …`.
   */
  kind: 'word' | 'number' | 'address' | 'abbreviation' | 'stop' | 'colon' | 'break'
}

// Every repetition that something must follow is bounded, so that no text takes more than linear time.
const tokenPattern = new RegExp(
  [
    // address
    String.raw`((?<![\p{L}\p{N}])(?:https?:\/\/[^\s<>]*[^\s<>.,:;!?)»"']|[\p{L}\p{N}_.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}|(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:no|com|net|org|eu|se|dk|io)(?![\p{L}\p{N}])(?:\/[^\s<>.,:;!?)»"']+)*))`,
    // abbreviation
    String.raw`(\p{L}{1,2}(?:\.\p{Ll}{1,4}){1,4}(?![\p{L}\p{N}]))`,
    // number
    String.raw`(\p{N}+(?:[.,:/-]\p{N}+)*(?![\p{L}\p{N}]))`,
    // word
    String.raw`([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-’'‑\u00AD][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)`,
    // stop, colon, break
    String.raw`([.!?…]+)|(:)|([\n\r\t\u2028\u2029]+)`,
  ].join('|'),
  'gu',
)

/** The kinds in the order of the groups of the pattern. */
const kinds = ['address', 'abbreviation', 'number', 'word', 'stop', 'colon', 'break'] as const

/** Splits a text into words and marks, in order. «og/eller» is two words, «e-post» and «kl.» one. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(tokenPattern)) {
    const written = match[0]
    // A match is a match of one of the groups.
    const kind = kinds.find((_, index) => match[index + 1] !== undefined)!
    tokens.push({ start: match.index, end: match.index + written.length, text: written, kind })
  }
  return tokens
}

/** Whether the token counts as a word. */
export function isWord({ kind }: Token): boolean {
  return kind !== 'stop' && kind !== 'colon' && kind !== 'break'
}

/** More than six letters; hyphens and digits are no letters, and nobody reads an address letter by letter. */
export function isLongWord({ kind, text }: Token): boolean {
  if (kind !== 'word' || text.length < 7) return false
  return (text.match(/\p{L}/gu)?.length ?? 0) > 6
}
