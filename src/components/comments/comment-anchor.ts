/** The id of a comment in the page, and so its address: `#comment-{id}`. */
export const anchorOf = (id: string) => `comment-${id}`

/** The comment an address points at; undefined when it points at none. */
export const commentIdOf = (hash: string): string | undefined => /^#comment-([\da-f-]{36})$/i.exec(hash)?.[1]

/** The address that opens the place to ask a question. */
export const askHash = '#ask'
