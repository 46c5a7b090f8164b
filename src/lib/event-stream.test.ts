import { expect, test } from 'vitest'
import { readEventStream } from './event-stream.ts'

const streamOf = (...chunks: (string | Uint8Array)[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
      }
      controller.close()
    },
  })

async function messagesOf(...chunks: (string | Uint8Array)[]) {
  const messages = []
  for await (const message of readEventStream(streamOf(...chunks))) messages.push(message)
  return messages
}

test('a message has its id, its event and its data', async () => {
  expect(await messagesOf('id: 7\nevent: newsPost.published\ndata: {"a":1}\n\n')).toEqual([
    { id: '7', event: 'newsPost.published', data: '{"a":1}' },
  ])
})

test('messages may be cut anywhere, even inside a letter and a line ending', async () => {
  const bytes = new TextEncoder().encode('id: 1\r\ndata: blåbær\r\n\r\n')
  const chunks = [...bytes].map((byte) => Uint8Array.of(byte))
  expect(await messagesOf(...chunks)).toEqual([{ id: '1', event: 'message', data: 'blåbær' }])
})

test('several data lines are one text, and an id lasts until the next', async () => {
  expect(await messagesOf('id: 1\ndata: a\ndata: b\n\ndata: c\n\n')).toEqual([
    { id: '1', event: 'message', data: 'a\nb' },
    { id: '1', event: 'message', data: 'c' },
  ])
})

test('a heartbeat is seen but is no message', async () => {
  expect(await messagesOf(': here\n\n')).toEqual([undefined])
})

test('a message that was never finished is not given out', async () => {
  expect(await messagesOf('id: 1\ndata: half')).toEqual([])
})
