// @vitest-environment node
import { expect, test } from 'vitest'
import {
  base64,
  htmlMessage,
  latin1Bytes,
  mailHeader,
  mailPart,
  multipart,
  textMessage,
  utf8Bytes,
} from '#tests/compose-message.ts'
import { imageFileIds } from '../rich-text/document.ts'
import { plainText } from '../text/plain-text.ts'
import { parseMessage } from './import-message.ts'

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function bodyOf(message: Uint8Array): Promise<string> {
  return plainText((await parseMessage(message)).body)
}

const codesOf = (notes: { code: string }[]) => notes.map(({ code }) => code)

test('a plain message gives title, body, sender, receivers and time', async () => {
  const message = textMessage('Vannet er stengt til kl. 15 i dag.', {
    Cc: 'Ola Bakken <ola.bakken@elvestrand.example>, Drift: drift@elvestrand.example, alle@elvestrand.example;',
  })
  expect(await parseMessage(message)).toEqual({
    subject: 'Vannet er stengt',
    lead: '',
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Vannet er stengt til kl. 15 i dag.' }] },
      ],
    },
    from: { name: 'Kari Nilsen', address: 'kari.nilsen@elvestrand.example' },
    recipients: [
      { name: '', address: 'alle@elvestrand.example' },
      { name: 'Ola Bakken', address: 'ola.bakken@elvestrand.example' },
      { name: '', address: 'drift@elvestrand.example' },
    ],
    sentDateTime: '2026-11-16T07:30:00.000Z',
    attachments: [],
    notes: [],
  })
})

test('the lead is the first sentences after the greeting, when there is more to read', async () => {
  const body = `Hei alle!\n\nVannet blir stengt kl. 10 i dag. Det varer til kl. 15.\n\n${'Vi beklager ulempene. '.repeat(20)}`
  expect((await parseMessage(textMessage(body))).lead).toBe(
    'Vannet blir stengt kl. 10 i dag. Det varer til kl. 15.',
  )
})

test('a long first sentence is shortened to a lead of at most 300 characters', async () => {
  const body = `${'Dette er en setning som aldri tar slutt og '.repeat(20)}.\n\n${'Mer tekst. '.repeat(100)}`
  const { lead } = await parseMessage(textMessage(body))
  expect(lead.length).toBeLessThanOrEqual(300)
  expect(lead).toMatch(/\p{L}…$/u)
})

test.each([
  ['SV: VS: Vannet er stengt', 'Vannet er stengt'],
  ['RE[2]: Fwd: Vannet', 'Vannet'],
  ['Sv: =?utf-8?Q?=C3=85rsm=C3=B8te?=', 'Årsmøte'],
  ['=?utf-8?B?w4Vyc20=?=\r\n =?utf-8?B?w7h0ZQ==?=', 'Årsmøte'],
  ['=?utf-8?B?w4Vyc23D?= =?utf-8?B?uHRl?=', 'Årsmøte'],
  ['=?iso-8859-1?Q?M=F8te?= i morgen', 'Møte i morgen'],
  ['Resultat: svar på undersøkelsen', 'Resultat: svar på undersøkelsen'],
  ['', ''],
])('the subject %j becomes the title %j', async (subject, title) => {
  expect((await parseMessage(textMessage('Hei', { Subject: subject }))).subject).toBe(title)
})

test('a subject that is too long for a title is shortened, and that is noted', async () => {
  const { subject, notes } = await parseMessage(textMessage('Hei', { Subject: 'Møte om vann '.repeat(30) }))
  expect(subject.length).toBeLessThanOrEqual(200)
  expect(notes).toEqual([{ code: 'textShortened', target: 'title' }])
})

test('a first heading that repeats the subject is left out', async () => {
  expect(await bodyOf(htmlMessage('<h1>Vannet er stengt</h1><p>Til kl. 15.</p>'))).toBe('Til kl. 15.')
})

test.each([
  ['UTF-8 labelled as Latin-1', 'text/plain; charset=iso-8859-1', utf8Bytes('Blåbær på Sørøya')],
  ['Latin-1 labelled as UTF-8', 'text/plain; charset=utf-8', latin1Bytes('Blåbær på Sørøya')],
  ['Latin-1 without a label', 'text/plain', latin1Bytes('Blåbær på Sørøya')],
  ['UTF-8 without a label', 'text/plain', utf8Bytes('Blåbær på Sørøya')],
  ['Latin-1 with its label', 'text/plain; charset="ISO-8859-1"', latin1Bytes('Blåbær på Sørøya')],
  ['a label nobody knows', 'text/plain; charset=x-norsk', latin1Bytes('Blåbær på Sørøya')],
])('letters survive %s', async (_, type, body) => {
  const header = utf8Bytes(mailPart(mailHeader({ 'Content-Type': type }), ''))
  expect(await bodyOf(Uint8Array.from([...header, ...body]))).toBe('Blåbær på Sørøya')
})

test('of alternatives the formatted one is used, unless it is empty', async () => {
  const plain = mailPart({ 'Content-Type': 'text/plain' }, 'Bare tekst')
  const formatted = mailPart({ 'Content-Type': 'text/html' }, '<p>Med <b>fet</b> skrift</p>')
  const empty = mailPart({ 'Content-Type': 'text/html' }, '<html><body> </body></html>')
  const alternatives = (parts: string[]) => utf8Bytes(multipart('alternative', parts, mailHeader()))
  expect(await bodyOf(alternatives([plain, formatted]))).toBe('Med fet skrift')
  expect(await bodyOf(alternatives([plain, empty]))).toBe('Bare tekst')
})

test('a picture in the text is an image of the body, and an attachment with the same id', async () => {
  const html = mailPart(
    { 'Content-Type': 'text/html; charset=utf-8' },
    '<p>Før</p><p><img src="cid:kart@1" alt="Kart over Elvestrand" width="320" height="200"></p><p>Etter</p>',
  )
  const picture = mailPart(
    {
      'Content-Type': 'image/png; name="kart.png"',
      'Content-ID': '<kart@1>',
      'Content-Transfer-Encoding': 'base64',
    },
    pixel,
  )
  const message = utf8Bytes(multipart('related', [html, picture], mailHeader()))
  const { body, attachments } = await parseMessage(message)
  expect(attachments).toMatchObject([{ name: 'kart.png', mediaType: 'image/png', isInline: true }])
  expect(imageFileIds(body)).toEqual([attachments[0]?.id])
  expect(body.content?.[1]).toMatchObject({
    type: 'image',
    attrs: { alt: 'Kart over Elvestrand', width: 320, height: 200 },
  })
})

test('a picture written into the HTML comes along too', async () => {
  const { body, attachments } = await parseMessage(
    htmlMessage(`<p>Se:</p><img src="data:image/png;base64,${pixel}">`),
  )
  expect(attachments).toMatchObject([{ name: 'file-1.png', mediaType: 'image/png', isInline: true }])
  expect(attachments[0]?.bytes.slice(1, 4)).toEqual(latin1Bytes('PNG'))
  expect(imageFileIds(body)).toEqual([attachments[0]?.id])
})

test('pictures on other sites are left out and noted, and tracking pixels silently', async () => {
  const { body, notes } = await parseMessage(
    htmlMessage(
      '<p>Hei</p><img src="https://cdn.example/logo.png" alt="Logo"><img src="https://track.example/x.gif" width="1" height="1">',
    ),
  )
  expect(imageFileIds(body)).toEqual([])
  expect(notes).toEqual([{ code: 'imageRefused', target: 'Logo' }])
})

test('attachments keep their names, washed', async () => {
  const file = (disposition: string) =>
    mailPart(
      {
        'Content-Type': 'application/pdf',
        'Content-Disposition': disposition,
        'Content-Transfer-Encoding': 'base64',
      },
      base64('%PDF-1.7'),
    )
  const message = multipart(
    'mixed',
    [
      mailPart({ 'Content-Type': 'text/plain' }, 'Se vedlegg.'),
      file(`attachment; filename*0*=utf-8''M%C3%B8te; filename*1="innkalling.pdf"`),
      file('attachment; filename="=?utf-8?Q?=C3=85rsplan.pdf?="'),
      file('attachment; filename="../../etc/Ha\u030andbok <1>.pdf"'),
      file('attachment; filename="rapport\u202efdp.exe"'),
      file('attachment'),
    ],
    mailHeader(),
  )
  const { attachments } = await parseMessage(utf8Bytes(message))
  expect(attachments.map(({ name }) => name)).toEqual([
    'Møteinnkalling.pdf',
    'Årsplan.pdf',
    'Håndbok _1_.pdf',
    'rapportfdp.exe',
    'file-5.pdf',
  ])
  expect(attachments.every(({ isInline }) => !isInline)).toBe(true)
  expect(new TextDecoder().decode(attachments[0]?.bytes)).toBe('%PDF-1.7')
})

test('the signature goes, with its logo, and that is noted', async () => {
  const html = mailPart(
    { 'Content-Type': 'text/html' },
    `<p>Vannet er stengt.</p><p>Med vennlig hilsen</p><p><b>Kari Nilsen</b><br>Helsefagarbeider<br>Tlf. 22 00 00 00</p>
     <p><img src="cid:logo"></p>`,
  )
  const logo = mailPart(
    { 'Content-Type': 'image/png', 'Content-ID': '<logo>', 'Content-Transfer-Encoding': 'base64' },
    pixel,
  )
  const result = await parseMessage(utf8Bytes(multipart('related', [html, logo], mailHeader())))
  expect(plainText(result.body)).toBe('Vannet er stengt.')
  expect(result.attachments).toEqual([])
  expect(codesOf(result.notes)).toEqual(['signatureRemoved'])
})

test('the thread below goes, and that is noted', async () => {
  const { body, notes } = await parseMessage(
    textMessage(
      'Kurset er flyttet.\n\nFra: Ola Bakken <ola.bakken@elvestrand.example>\nSendt: 1. november 2026 12:00\nTil: Alle\nEmne: Kurs\n\nKurset er på mandag.',
    ),
  )
  expect(plainText(body)).toBe('Kurset er flyttet.')
  expect(codesOf(notes)).toEqual(['quotedThreadRemoved'])
})

test('a message that was only forwarded gives the forwarded text', async () => {
  const forwarded = [
    'Med vennlig hilsen\nKari Nilsen\n\n',
    '________________________________\n',
    'Fra: Ola Bakken\nSendt: 1. november 2026 12:00\nTil: Kari Nilsen;\n Nina Aas\nEmne: Kurs\n\n',
    'Kurset er på mandag.\n\nHilsen Ola',
  ].join('')
  const { body } = await parseMessage(textMessage(forwarded, { Subject: 'VS: Kurs' }))
  expect(plainText(body)).toBe('Kurset er på mandag.')
})

test('a message forwarded as an attachment is read, with its attachments, when nothing else is said', async () => {
  const inner = multipart(
    'mixed',
    [
      mailPart({ 'Content-Type': 'text/plain; charset=utf-8' }, 'Husk årsmøtet.'),
      mailPart({ 'Content-Type': 'application/pdf; name="sak.pdf"' }, '%PDF'),
    ],
    mailHeader({ Subject: 'Indre' }),
  )
  const attached = mailPart({ 'Content-Type': 'message/rfc822' }, inner)
  const outer = (text: string) =>
    utf8Bytes(
      multipart(
        'mixed',
        [mailPart({ 'Content-Type': 'text/plain' }, text), attached],
        mailHeader({ Subject: 'VS: Ytre' }),
      ),
    )
  const forwarded = await parseMessage(outer('Mvh\r\nKari'))
  expect(forwarded.subject).toBe('Ytre')
  expect(plainText(forwarded.body)).toBe('Husk årsmøtet.')
  expect(forwarded.attachments.map(({ name }) => name)).toEqual(['sak.pdf'])
  const commented = await parseMessage(outer('Les dette.'))
  expect(plainText(commented.body)).toBe('Les dette.')
  expect(commented.attachments).toMatchObject([{ name: 'file-1.eml', mediaType: 'message/rfc822' }])
})
