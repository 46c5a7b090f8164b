/** One message of an event stream. */
export interface StreamMessage {
  /** Last id seen, which is kept when a message has none of its own. */
  id: string
  event: string
  data: string
}

/**
 * Reads `text/event-stream` as the HTML standard says it: any line ending, chunks cut anywhere, several
 * `data` lines. Yields undefined for a comment, which servers send to show that they are there.
 */
export async function* readEventStream(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamMessage | undefined> {
  let message = { id: '', event: 'message', data: [] as string[] }
  for await (const line of linesOf(stream)) {
    if (line === '') {
      if (message.data.length > 0) {
        yield { id: message.id, event: message.event, data: message.data.join('\n') }
      }
      message = { id: message.id, event: 'message', data: [] }
      continue
    }
    if (line.startsWith(':')) {
      yield undefined
      continue
    }
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') message.data.push(value)
    if (field === 'event') message.event = value || 'message'
    if (field === 'id' && !value.includes('\0')) message.id = value
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      rest += decoder.decode(value, { stream: true })
      // A carriage return at the end may be half of a line ending.
      const end = rest.endsWith('\r') ? rest.length - 1 : rest.length
      const lines = rest.slice(0, end).split(/\r\n|\r|\n/)
      rest = (lines.pop() ?? '') + rest.slice(end)
      yield* lines
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
