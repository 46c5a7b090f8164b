/** What a page tells the shell about itself: `export const handle: PageHandle = { … }`. */
export interface PageHandle {
  /** `sheet`: the whole page is white, for reading. `ground` (default): panels on the tinted ground. */
  ground?: 'ground' | 'sheet'
  /** One task or one text: on phones the bottom bar is gone and the top bar has an arrow back to this address, or to the one its own query says. */
  backTo?: string | ((query: URLSearchParams) => string)
  /** Nothing of the shell around it: what is printed. */
  isBare?: boolean
}
