// @vitest-environment node
import { expect, test } from 'vitest'
import {
  base64,
  htmlMessage,
  mailHeader,
  mailPart,
  multipart,
  textMessage,
  utf8Bytes,
} from '#tests/compose-message.ts'
import type { RichTextNode } from '../rich-text/contract.ts'
import { parseMessage } from './import-message.ts'

// features.md N20: from each kind of message the exact draft. Those of Outlook's own kinds are in import-outlook.test.ts.

const text = (words: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const doc = (...content: RichTextNode[]) => ({ type: 'doc', content })

/** What all the messages have above them. */
const header = {
  subject: 'Vannet er stengt',
  from: { name: 'Kari Nilsen', address: 'kari.nilsen@elvestrand.example' },
  recipients: [{ name: 'Alle ansatte', address: 'alle@elvestrand.example' }],
  sentDateTime: '2026-11-16T07:30:00.000Z',
}
const recipients = { To: 'Alle ansatte <alle@elvestrand.example>' }

test('N20 HTML as Outlook writes it gives the exact draft', async () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head>
<body lang="NO-BOK"><div class="WordSection1">
<p class="MsoNormal"><span style="font-size:11.0pt">Hei!<o:p></o:p></span></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">Vannet blir <b>stengt i dag</b> fra klokka ti, og vi regner med at det er tilbake klokka tre.<o:p></o:p></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>Fyll en kanne vann.<o:p></o:p></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>Ikke bruk oppvaskmaskinen.<o:p></o:p></p>
<p class="MsoNormal">Spør <a href="mailto:drift@elvestrand.example">driften</a> om du lurer på noe.<o:p></o:p></p>
<p class="MsoNormal">Med vennlig hilsen<o:p></o:p></p>
<p class="MsoNormal"><b>Kari Nilsen</b><br>Avdelingsleder<br>Tlf. 22 00 00 00<o:p></o:p></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Fra:</b> Ola Bakken<br><b>Sendt:</b> mandag 16. november 2026 08:00<br><b>Til:</b> Kari Nilsen<br><b>Emne:</b> Vannet</p></div>
<p class="MsoNormal">Kan du si fra til alle?</p>
</div></body></html>`
  const item = (words: string) => ({ type: 'listItem', content: [paragraph(text(words))] })
  expect(await parseMessage(htmlMessage(html, recipients))).toEqual({
    ...header,
    lead: 'Vannet blir stengt i dag fra klokka ti, og vi regner med at det er tilbake klokka tre.',
    body: doc(
      paragraph(text('Hei!')),
      paragraph(
        text('Vannet blir '),
        text('stengt i dag', 'bold'),
        text(' fra klokka ti, og vi regner med at det er tilbake klokka tre.'),
      ),
      { type: 'bulletList', content: [item('Fyll en kanne vann.'), item('Ikke bruk oppvaskmaskinen.')] },
      paragraph(
        text('Spør '),
        {
          ...text('driften'),
          marks: [{ type: 'link', attrs: { href: 'mailto:drift@elvestrand.example' } }],
        },
        text(' om du lurer på noe.'),
      ),
    ),
    attachments: [],
    notes: [{ code: 'quotedThreadRemoved' }, { code: 'signatureRemoved' }],
  })
})

test('N20 plain text gives the exact draft', async () => {
  const body = [
    'Hei alle',
    '',
    'Vannet er stengt til klokka tre.',
    'Ring drift om det haster.',
    '',
    '-- ',
    'Kari Nilsen',
    'Tlf. 22 00 00 00',
    '',
  ].join('\r\n')
  expect(await parseMessage(textMessage(body, recipients))).toEqual({
    ...header,
    lead: '',
    body: doc(
      paragraph(text('Hei alle')),
      paragraph(
        text('Vannet er stengt til klokka tre.'),
        { type: 'hardBreak' },
        text('Ring drift om det haster.'),
      ),
    ),
    attachments: [],
    notes: [{ code: 'signatureRemoved' }],
  })
})

test('N20 a multipart with alternatives, a picture and a file gives the exact draft', async () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
  const alternatives = multipart('alternative', [
    mailPart({ 'Content-Type': 'text/plain; charset=utf-8' }, 'Se kartet.'),
    mailPart(
      { 'Content-Type': 'text/html; charset=utf-8' },
      '<p>Se <i>kartet</i>.</p><img src="cid:kart" alt="Kart over byen" width="320" height="200">',
    ),
  ])
  const related = multipart('related', [
    alternatives,
    mailPart(
      {
        'Content-Type': 'image/png; name=kart.png',
        'Content-ID': '<kart>',
        'Content-Transfer-Encoding': 'base64',
      },
      btoa(String.fromCharCode(...picture)),
    ),
  ])
  const file = mailPart(
    {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename*=utf-8''V%C3%A6rvarsel.txt`,
    },
    'Regn',
  )
  const message = await parseMessage(utf8Bytes(multipart('mixed', [related, file], mailHeader(recipients))))
  const [image, attached] = message.attachments
  expect(message).toEqual({
    ...header,
    lead: '',
    body: doc(paragraph(text('Se '), text('kartet', 'italic'), text('.')), {
      type: 'image',
      attrs: { fileId: image?.id, alt: 'Kart over byen', width: 320, height: 200 },
    }),
    attachments: [
      { id: image?.id, name: 'kart.png', mediaType: 'image/png', bytes: picture, isInline: true },
      {
        id: attached?.id,
        name: 'Værvarsel.txt',
        mediaType: 'text/plain',
        bytes: utf8Bytes('Regn'),
        isInline: false,
      },
    ],
    notes: [],
  })
})

test('N20 ÆØÅ in base64 gives the exact draft, in title and body', async () => {
  const message = mailPart(
    mailHeader({
      ...recipients,
      Subject: `=?utf-8?B?${base64('ÆØÅ og blåbærsyltetøy')}?=`,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': 'base64',
    }),
    base64('Årsmøtet på Sørøya er flyttet. Også æresgjestene kommer.'),
  )
  expect(await parseMessage(utf8Bytes(message))).toEqual({
    ...header,
    subject: 'ÆØÅ og blåbærsyltetøy',
    lead: '',
    body: doc(paragraph(text('Årsmøtet på Sørøya er flyttet. Også æresgjestene kommer.'))),
    attachments: [],
    notes: [],
  })
})

test('N20 a message forwarded inside a forwarded message gives the exact draft', async () => {
  const innermost = mailPart(
    mailHeader({ Subject: 'Kurs', 'Content-Type': 'text/plain; charset=utf-8' }),
    'Kurset er på mandag klokka ni.\r\n\r\nHilsen Ola',
  )
  const forwarded = (inside: string, subject: string) =>
    multipart(
      'mixed',
      [
        mailPart({ 'Content-Type': 'text/plain; charset=utf-8' }, 'Mvh\r\nNina'),
        mailPart({ 'Content-Type': 'message/rfc822' }, inside),
      ],
      mailHeader({ ...recipients, Subject: subject }),
    )
  expect(await parseMessage(utf8Bytes(forwarded(forwarded(innermost, 'VS: Kurs'), 'VS: VS: Kurs')))).toEqual({
    ...header,
    subject: 'Kurs',
    lead: '',
    body: doc(paragraph(text('Kurset er på mandag klokka ni.'))),
    attachments: [],
    notes: [{ code: 'signatureRemoved' }],
  })
})
