// @vitest-environment node
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, onTestFinished, test } from 'vitest'
import { emailForm } from '#api/outgoing/email-form.ts'
import { Undeliverable } from '#api/outgoing/outlets.ts'
import { openOutbox, openSmtp } from './mail.ts'

const sender = { from: 'Tunet <tunet@elvestrand.example>', host: 'tunet.example' }
const email = emailForm(
  { id: 'a1', to: 'kari.nilsen@elvestrand.example', language: 'nb', subject: 'Ny vaktliste på 2. etasje' },
  [
    { heading: 'Ny vaktliste på 2. etasje' },
    { text: 'Lista henger på vaktrommet.\n.\nSlutt.' },
    { link: 'Les hele nyheten på Tunet', url: 'https://tunet.example/news/1?via=email' },
  ],
  { 'List-Unsubscribe': '<https://tunet.example/me?digest=never>' },
)

/** A mail server that speaks SMTP on a free port. @param refusals answers in place of its own, by command. */
async function smtpServer(refusals: Record<string, string> = {}) {
  const messages: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let data: string | undefined
    let buffer = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 mail.example ESMTP')
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (data !== undefined && line === '.') {
          messages.push(data)
          data = undefined
          say('250 queued')
        } else if (data !== undefined) data += `${line.replace(/^\./, '')}\r\n`
        else {
          const command = line.slice(0, 4).toUpperCase()
          if (refusals[command]) say(refusals[command])
          else if (command === 'EHLO') say('250 mail.example')
          else if (command === 'DATA') {
            data = ''
            say('354 go on')
          } else say(command === 'QUIT' ? '221 bye' : '250 ok')
        }
      }
    })
    socket.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const outlet = openSmtp(`smtp://127.0.0.1:${port}`, sender)
  onTestFinished(outlet.close)
  return { messages, outlet }
}

test('an e-mail arrives whole at a mail server: sender, subject, both texts, its own id, no picture', async () => {
  const { messages, outlet } = await smtpServer()
  await Promise.all([
    outlet.send(email),
    outlet.send({ ...email, id: 'a2', to: 'ola.bakken@elvestrand.example' }),
  ])
  expect(messages).toHaveLength(2)
  const raw = messages.find((message) => message.includes('<a1@tunet.example>')) ?? ''
  const read = await PostalMime.parse(raw)
  expect(read).toMatchObject({
    subject: email.subject,
    from: { name: 'Tunet', address: 'tunet@elvestrand.example' },
    to: [{ address: 'kari.nilsen@elvestrand.example' }],
    messageId: '<a1@tunet.example>',
  })
  expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe(email.text.trim())
  expect(read.html).toContain('<html lang="nb">')
  expect(read.html).not.toContain('<img')
  expect(read.attachments).toEqual([])
  const header = (key: string) => read.headers.find((field) => field.key === key)?.value
  expect(header('auto-submitted')).toBe('auto-generated')
  expect(header('list-unsubscribe')).toBe('<https://tunet.example/me?digest=never>')
})

test('a subject cannot add a header, nor a recipient another one', async () => {
  const { messages, outlet } = await smtpServer()
  const form = emailForm({ id: 'b', to: email.to, language: 'nb', subject: 'Hei\r\nBcc: ut@example.org' }, [
    { text: 'Hei' },
  ])
  await outlet.send(form)
  const read = await PostalMime.parse(messages[0] ?? '')
  expect(read.subject).toBe('Hei Bcc: ut@example.org')
  expect(read.bcc).toBeUndefined()
})

test.for([
  ['the address does not exist', { RCPT: '550 no such user' }, true],
  ['the message is refused', { DATA: '554 not wanted' }, true],
  ['the mailbox is full for now', { RCPT: '452 later' }, false],
  ['we are not known', { MAIL: '550 who are you' }, false],
  ['it is closing', { EHLO: '421 closing', HELO: '421 closing' }, false],
] as const)('when %s, another try is worth it or not', async ([, refusals, isFinal]) => {
  const { messages, outlet } = await smtpServer(refusals)
  const error = await outlet.send(email).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  expect(error instanceof Undeliverable).toBe(isFinal)
  expect(messages).toEqual([])
})

test('a mail server that is away is worth another try', async () => {
  const outlet = openSmtp('smtp://127.0.0.1:1', sender)
  onTestFinished(outlet.close)
  await expect(outlet.send(email)).rejects.toSatisfy((error) => !(error instanceof Undeliverable))
})

test('without a mail server an e-mail is a file a mail program can open', async () => {
  const home = await mkdtemp(join(tmpdir(), 'tunet-outbox-'))
  onTestFinished(() => rm(home, { recursive: true }))
  const outlet = openOutbox(join(home, 'outbox'), sender)
  expect(await readdir(home)).toEqual([])
  await outlet.send(email)
  expect(await readdir(join(home, 'outbox'))).toEqual(['a1.eml'])
  const read = await PostalMime.parse(await readFile(join(home, 'outbox', 'a1.eml')))
  expect(read).toMatchObject({ subject: email.subject, to: [{ address: email.to }] })
})
