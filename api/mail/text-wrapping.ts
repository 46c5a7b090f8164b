/** Mail programs break lines somewhere between these widths. */
const narrowestWrap = 60
const widestWrap = 80

/** The width at which a text was broken into lines; Infinity when it was not. */
export function wrapWidth(lines: readonly string[]): number {
  const followed = lines.filter((line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '')
  const lengths = followed.map((line) => line.length).toSorted((a, b) => a - b)
  // A few lines run over, such as those with an address in them.
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0
  return width >= narrowestWrap && width <= widestWrap ? width : Infinity
}

/** Joins lines that only were broken because the next word had no room within `width`. */
export function joinWrappedLines(lines: readonly string[], width: number): string[] {
  const joined: string[] = []
  let previous = ''
  for (const line of lines) {
    const word = /\S+/.exec(line)?.[0] ?? ''
    const last = joined.pop()
    if (last === undefined) joined.push(line)
    else if (previous.length + 1 + word.length > width) joined.push(`${last.trimEnd()} ${line.trimStart()}`)
    else joined.push(last, line)
    previous = line
  }
  return joined
}

/** Joins the lines of a flowed text (RFC 3676): a line that ends with a blank goes on in the next. */
export function joinFlowedLines(lines: readonly string[], isSpaceDeleted: boolean): string[] {
  const joined: string[] = []
  let open: { quote: string; pieces: string[] } | undefined
  const close = () => {
    if (open !== undefined) joined.push(`${open.quote}${open.pieces.join('')}`)
    open = undefined
  }
  for (const line of lines) {
    const [quote = ''] = /^>*/.exec(line) ?? []
    const text = line.slice(quote.length).replace(/^ /, '')
    const isSignatureMark = text === '-- '
    if (open?.quote !== quote || isSignatureMark) close()
    open ??= { quote, pieces: [] }
    const goesOn = text.endsWith(' ') && !isSignatureMark
    open.pieces.push(goesOn && isSpaceDeleted ? text.slice(0, -1) : text)
    if (!goesOn) close()
  }
  close()
  return joined
}
