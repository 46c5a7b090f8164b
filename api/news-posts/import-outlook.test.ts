// @vitest-environment node
import { expect, test } from 'vitest'
import { composeCompoundFile } from '#tests/compose-compound-file.ts'
import { base64, latin1Bytes, mailPart, multipart, textMessage, utf8Bytes } from '#tests/compose-message.ts'
import { composeMsg, composeRtf, tags, type OutlookMessage } from '#tests/compose-outlook.ts'
import {
  outlook,
  outlookHeader,
  outlookRecipients,
  picture,
  refusal,
  tnef,
  ways,
} from '#tests/outlook-ways.ts'
import { decodeBase64, encodeBase64 } from '../mail/transfer-encoding.ts'
import { imageFileIds } from '../rich-text/document.ts'
import { plainText } from '../text/plain-text.ts'
import { parseMessage, type ImportedMessage } from './import-message.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const bodyOf = (message: ImportedMessage) => plainText(message.body)
const filesOf = ({ attachments }: ImportedMessage) =>
  attachments.map(({ name, bytes, isInline }) => [name, new TextDecoder('latin1').decode(bytes), isInline])

test.for(ways)('N20 a message from Outlook as %s gives the exact draft', async ([, compose, type]) => {
  const html =
    '<html><body><p>Møtet er <b>flyttet</b> til Sørøya.</p><p><img src="cid:kart@1" alt="Kart"></p></body></html>'
  const message = await parseMessage(
    compose({
      properties: { ...outlookHeader, [tags.html]: latin1Bytes(html), [tags.codePage]: 1252 },
      recipients: outlookRecipients,
      attachments: [
        {
          [tags.attachData]: picture,
          [tags.attachName]: 'kart.png',
          [tags.attachType]: 'image/png',
          [tags.contentId]: 'kart@1',
        },
        { [tags.attachData]: utf8Bytes('Sak 1'), [tags.attachName]: 'Årsmøte.txt' },
        {
          message: {
            properties: {
              ...outlookHeader,
              [tags.subject]: 'Innkalling',
              [tags.body]: 'Velkommen til møte.',
            },
            recipients: outlookRecipients,
          },
        },
      ],
    }),
    type,
  )
  const [imageId] = imageFileIds(message.body)
  const [first, , third] = message.attachments
  expect(message).toMatchObject({
    subject: 'Møte på Sørøya',
    from: { name: 'Kari Nilsen', address: 'kari.nilsen@elvestrand.example' },
    sentDateTime: '2026-11-16T07:30:00.000Z',
    notes: [],
  })
  expect(message.recipients.map(({ address }) => address)).toEqual(['alle@elvestrand.example'])
  expect(message.body).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Møtet er ' },
          { type: 'text', text: 'flyttet', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' til Sørøya.' },
        ],
      },
      { type: 'image', attrs: { fileId: imageId, alt: 'Kart', width: null, height: null } },
    ],
  })
  expect(first).toMatchObject({ id: imageId, name: 'kart.png', isInline: true, bytes: picture })
  expect(filesOf(message).slice(1, 2)).toEqual([['Årsmøte.txt', 'Sak 1', false]])
  expect(third).toMatchObject({ name: 'Innkalling.eml', mediaType: 'message/rfc822' })
  const inner = await parseMessage(third?.bytes ?? new Uint8Array(), 'message/rfc822')
  expect(inner).toMatchObject({
    subject: 'Innkalling',
    from: { name: 'Kari Nilsen', address: 'kari.nilsen@elvestrand.example' },
    recipients: [{ name: 'Alle ansatte', address: 'alle@elvestrand.example' }],
    sentDateTime: '2026-11-16T07:30:00.000Z',
    body: { type: 'doc', content: [paragraph('Velkommen til møte.')] },
  })
})

test.for(ways)('HTML that Outlook wrapped in RTF is unwrapped, from %s', async ([, compose, type]) => {
  const rtf = [
    '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}}',
    '{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Microsoft}',
    '{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}{\\*\\htmltag64 <p>}\\htmlrtf {\\f0 \\htmlrtf0 ',
    "Bl\\'e5b\\'e6r \\{50 %\\} \\u8364?5 {\\f1\\'cf\\'ee}",
    '{\\*\\htmltag84 <b>}\\htmlrtf\\b\\htmlrtf0 viktig{\\*\\htmltag92 </b>}\\htmlrtf skjult\\par\\htmlrtf0 ',
    '{\\*\\mhtmltag64 <p>}{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0 }',
  ].join('\r\n')
  const message = await parseMessage(
    compose({ properties: { ...outlookHeader, [tags.compressedRtf]: composeRtf(rtf), [tags.body]: 'Flat' } }),
    type,
  )
  expect(message.body).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Blåbær {50 %} €5 По' },
          { type: 'text', text: 'viktig', marks: [{ type: 'bold' }] },
        ],
      },
    ],
  })
})

test('of RTF without HTML the words are taken, when there is no plain text', async () => {
  const rtf = "{\\rtf1\\ansi{\\info{\\title Skjult}}F\\'f8rste\\par Andre\\tab linje{\\pict 0102}}"
  const read = async (properties: OutlookMessage['properties']) =>
    bodyOf(await parseMessage(composeMsg({ properties }), outlook))
  expect(await read({ [tags.compressedRtf]: composeRtf(rtf) })).toBe('Første\nAndre linje')
  expect(await read({ [tags.compressedRtf]: composeRtf(rtf), [tags.body]: 'Ren tekst' })).toBe('Ren tekst')
})

test('a message that is only attached to an empty one is read in its place', async () => {
  const inner = {
    properties: { [tags.subject]: 'Kurs', [tags.body]: 'Kurset er på mandag.\r\n\r\nMvh\r\nOla' },
  }
  const outer = {
    properties: { ...outlookHeader, [tags.subject]: 'VS: Kurs' },
    attachments: [{ message: inner }],
  }
  for (const [, compose, type] of ways.slice(0, 2)) {
    const message = await parseMessage(compose(outer), type)
    expect(message.subject).toBe('Kurs')
    expect(bodyOf(message)).toBe('Kurset er på mandag.')
    expect(message.attachments).toEqual([])
  }
})

test('people and lists known only inside the organisation keep their names', async () => {
  const { from, recipients: read } = await parseMessage(
    composeMsg({
      properties: { ...outlookHeader, [tags.body]: 'Hei', [tags.senderAddress]: '/O=ELVESTRAND/CN=KARI' },
      recipients: [
        { [tags.displayName]: 'Alle ansatte', [tags.address]: '/O=ELVESTRAND/CN=ALLE' },
        { [tags.displayName]: "'ola@elvestrand.example'", [tags.address]: 'ola@elvestrand.example' },
        { [tags.displayName]: 'Skjult', [tags.recipientType]: 3 },
      ],
    }),
  )
  expect(from).toEqual({ name: 'Kari Nilsen', address: '' })
  expect(read).toEqual([
    { name: 'Alle ansatte', address: '' },
    { name: '', address: 'ola@elvestrand.example' },
  ])
})

test('what only another program can read is told', async () => {
  const { notes } = await parseMessage(
    composeMsg({
      properties: { ...outlookHeader, [tags.body]: 'Se regnearket.' },
      attachments: [{ [tags.attachName]: 'Budsjett', [tags.attachMethod]: 6, [tags.attachData]: picture }],
    }),
  )
  expect(notes).toEqual([{ code: 'attachmentRefused', target: 'Budsjett' }])
})

test('a message that Outlook keeps signed is read, one it keeps encrypted is not', async () => {
  const signed = multipart('signed', [
    mailPart({ 'Content-Type': 'text/plain; charset=utf-8' }, 'Signert på ordentlig.'),
    mailPart({ 'Content-Type': 'application/pkcs7-signature' }, 'MIIB'),
  ])
  const message = (messageClass: string, data: string, type: string) =>
    composeMsg({
      properties: { ...outlookHeader, [tags.messageClass]: messageClass },
      attachments: [
        { [tags.attachData]: utf8Bytes(data), [tags.attachType]: type, [tags.attachName]: 'smime.p7m' },
      ],
    })
  const read = await parseMessage(message('IPM.Note.SMIME.MultipartSigned', signed, 'multipart/signed'))
  expect(bodyOf(read)).toBe('Signert på ordentlig.')
  expect(await refusal(message('IPM.Note.SMIME', 'MIIB', 'application/pkcs7-mime'))).toBe('messageEncrypted')
})

test('a file sent as another kind than it is, is refused', async () => {
  const msg = composeMsg({ properties: { [tags.body]: 'Hei' } })
  expect(await refusal(msg, 'message/rfc822')).toBe('mediaTypeMismatch')
  expect(await refusal(msg, tnef)).toBe('mediaTypeMismatch')
  expect(await refusal(textMessage('Hei'), outlook)).toBe('mediaTypeMismatch')
  expect(bodyOf(await parseMessage(msg))).toBe('Hei')
})

test('a compound file that is no message is refused as such', async () => {
  expect(await refusal(composeCompoundFile({ WordDocument: utf8Bytes('Hei') }), outlook)).toBe('notAMessage')
})

test('a file in base64 is the same again', async () => {
  for (const length of [0, 1, 2, 3, 56, 57, 58, 114, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 0xff)
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
  }
  expect(new TextDecoder().decode(encodeBase64(utf8Bytes('Årsmøte'))).trim()).toBe(base64('Årsmøte'))
})
