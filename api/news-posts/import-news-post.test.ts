// @vitest-environment node
import { existsSync, globSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { composeMsg, composeTnef, tags, type OutlookMessage } from '#tests/compose-outlook.ts'
import { problem, readPost } from '#tests/news-posts.ts'
import { demoPerson } from '#tests/tokens.ts'
import type { ImportedNewsPost } from './contract.ts'

const corpus = '../shared/corpus/2-epost'
const mediaTypes: Record<string, string> = {
  '.eml': 'message/rfc822',
  '.msg': 'application/vnd.ms-outlook',
  '.tnef': 'application/ms-tnef',
}

/** A grey pixel as PNG. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

const mail = (parts: {
  from?: string
  to?: string
  subject?: string
  body: string
  type?: string
  encoding?: string
}) =>
  [
    `From: ${parts.from ?? 'Liv Dahl <liv.dahl@elvestrand.example>'}`,
    `To: ${parts.to ?? 'Alle ansatte <alle@elvestrand.example>'}`,
    `Subject: ${parts.subject ?? 'Kantina stenger'}`,
    'MIME-Version: 1.0',
    `Content-Type: ${parts.type ?? 'text/plain; charset=utf-8'}`,
    `Content-Transfer-Encoding: ${parts.encoding ?? '8bit'}`,
    '',
    parts.body,
  ].join('\r\n')

const mixed = [
  '--ytre',
  'Content-Type: multipart/related; boundary=indre',
  '',
  '--indre',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Kantina stenger fredag. Se bildet.</p><p><img src="cid:kart" alt="Kart over kantina"></p><p onclick="alert(1)">Hilsen <b>oss</b></p>',
  '--indre',
  'Content-Type: image/png; name=kart.png',
  'Content-Transfer-Encoding: base64',
  'Content-ID: <kart>',
  'Content-Disposition: inline; filename=kart.png',
  '',
  pixel,
  '--indre--',
  '--ytre',
  'Content-Type: text/plain; charset=utf-8; name=meny.txt',
  'Content-Disposition: attachment; filename=meny.txt',
  '',
  'Suppe',
  '--ytre',
  'Content-Type: application/x-msdownload; name=virus.exe',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename=virus.exe',
  '',
  'TVqQAAMAAAAEAAAA',
  '--ytre--',
  '',
].join('\r\n')

describeApi('POST /v1.0/newsPosts/importMessage', (api) => {
  const send = (message: string | Uint8Array, person = 'liv.dahl', type = 'message/rfc822') =>
    api.as(person).post('/v1.0/newsPosts/importMessage', message, { 'content-type': type })
  const imported = async (message: string, person?: string) => {
    const response = await send(message, person)
    expect(response.status).toBe(201)
    return (await response.json()) as ImportedNewsPost
  }

  test('a mail to everyone becomes a draft to everyone, with the sender as author', async () => {
    const from = 'Marit Haugen <marit.haugen@elvestrand.example>'
    const draft = await imported(
      mail({
        from,
        body: 'Hei!\r\n\r\nKantina stenger fredag klokka tolv fordi oppvaskmaskinen skal byttes.\r\n',
      }),
    )
    expect(draft).toMatchObject({
      title: 'Kantina stenger',
      state: 'draft',
      audience: { everyone: true },
      author: { displayName: 'Marit Haugen' },
    })
    expect(draft.importNotes).toEqual([])
    const log = await api.as('per.eide').get(`/v1.0/auditEntries?$filter=target/id eq '${draft.id}'`)
    expect(await log.json()).toMatchObject({
      value: [
        {
          activity: 'newsPost.imported',
          initiatedBy: { displayName: 'Liv Dahl' },
          onBehalfOf: { displayName: 'Marit Haugen' },
        },
      ],
    })
  })

  test('a leader brings in own news only, whoever sent it', async () => {
    const draft = await imported(mail({ body: 'Møtet er flyttet til torsdag.' }), 'ola.bakken')
    expect(draft.author.id).toBe(demoPerson('ola.bakken').id)
  })

  test('a list named as a unit becomes that unit, and the unknown is told', async () => {
    const to =
      'Elvestrand sykehjem <sykehjem@elvestrand.example>, kari.nilsen@elvestrand.example, Ukjent <x@example.org>'
    const draft = await imported(mail({ to, body: 'Møtet er flyttet til torsdag.' }))
    expect(draft.audienceUnits.map(({ displayName }) => displayName)).toEqual(['Elvestrand sykehjem'])
    expect(draft.importNotes).toContainEqual({ code: 'audienceUnmatched', target: 'x@example.org' })
  })

  test('pictures and attachments come along, and what is refused is told', async () => {
    const draft = await imported(mail({ type: 'multipart/mixed; boundary=ytre', body: mixed }))
    expect(draft.attachments.map(({ name }) => name)).toEqual(['meny.txt'])
    expect(draft.importNotes).toContainEqual({ code: 'attachmentRefused', target: 'virus.exe' })
    const { body } = await readPost(api.as('liv.dahl'), draft.id)
    const image = body?.content?.find(({ type }) => type === 'image')
    expect(image?.attrs).toMatchObject({ alt: 'Kart over kantina' })
    const picture = await api.as('liv.dahl').get(`/v1.0/files/${String(image?.attrs?.fileId)}/content`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(JSON.stringify(body)).not.toContain('onclick')
  })

  test('identity numbers never get in', async () => {
    const draft = await imported(
      mail({ subject: 'Sak om 15889010069', body: 'Gjelder 158890 10069 og telefon 400 00 180.' }),
    )
    expect(draft.importNotes).toContainEqual({ code: 'sensitiveContentRemoved' })
    expect(draft.title).toBe('Sak om •••••• •••••')
    expect(JSON.stringify(draft.body)).not.toMatch(/10069/)
    expect(JSON.stringify(draft.body)).toContain('400 00 180')
  })

  test.for([
    ['nothing', '', 422, 'notAMessage'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 422, 'notAMessage'],
    ['an empty message', mail({ body: '' }), 422, 'messageEmpty'],
  ] as const)('%s is refused with the reason', async ([, message, status, code]) => {
    const response = await send(message)
    expect([response.status, (await problem(response)).innerError.code]).toEqual([status, code])
  })

  test('another media type is refused', async () => {
    const response = await api
      .as('liv.dahl')
      .post('/v1.0/newsPosts/importMessage', 'x', { 'content-type': 'text/plain' })
    expect(response.status).toBe(415)
  })

  const fromOutlook: OutlookMessage = {
    properties: {
      [tags.subject]: 'Kantina stenger',
      [tags.body]: 'Kantina stenger fredag.',
      [tags.senderName]: 'Marit Haugen',
      [tags.senderAddress]: 'marit.haugen@elvestrand.example',
    },
    recipients: [{ [tags.displayName]: 'Alle ansatte', [tags.address]: '/O=ELVESTRAND/CN=ALLE' }],
  }

  test.for([
    ['.msg', composeMsg(fromOutlook), 'application/vnd.ms-outlook'],
    ['winmail.dat', composeTnef(fromOutlook), 'application/ms-tnef; name=winmail.dat'],
    ['.msg of no stated type', composeMsg(fromOutlook), 'application/octet-stream'],
  ] as const)('%s from Outlook becomes a draft like any other', async ([, message, type]) => {
    const response = await send(message, 'liv.dahl', type)
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      title: 'Kantina stenger',
      state: 'draft',
      audience: { everyone: true },
      author: { displayName: 'Marit Haugen' },
      importNotes: [],
    })
  })

  test('a list and a sender without an address are told by name', async () => {
    const message = composeMsg({
      properties: { [tags.subject]: 'Møte', [tags.body]: 'Møtet er flyttet.', [tags.senderName]: 'Kari' },
      recipients: [{ [tags.displayName]: 'Julekomiteen', [tags.address]: '/O=ELVESTRAND/CN=JUL' }],
    })
    const draft = (await (await send(message, 'liv.dahl', mediaTypes['.msg'])).json()) as ImportedNewsPost
    expect(draft.importNotes).toEqual([
      { code: 'audienceUnmatched', target: 'Julekomiteen' },
      { code: 'senderUnknown', target: 'Kari' },
    ])
  })

  test('a file of another kind than stated is refused with the reason', async () => {
    const response = await send(composeMsg(fromOutlook), 'liv.dahl', 'message/rfc822')
    expect([response.status, (await problem(response)).innerError.code]).toEqual([422, 'mediaTypeMismatch'])
  })

  test.runIf(existsSync(corpus))(
    'every real message gives a draft, or the reason why not',
    { timeout: 300_000 },
    async ({ annotate }) => {
      const tally: Record<string, number> = {}
      for (const file of globSync(`${corpus}/**/*.{eml,msg,tnef}`)) {
        const response = await send(new Uint8Array(readFileSync(file)), 'liv.dahl', mediaTypes[extname(file)])
        const answer =
          response.status === 201 ? 'draft' : ((await problem(response)).innerError.code ?? 'none')
        expect([201, 413, 422], file).toContain(response.status)
        const key = `${extname(file)} ${answer}`
        tally[key] = (tally[key] ?? 0) + 1
      }
      expect(Object.keys(tally).filter((key) => key.endsWith('none'))).toEqual([])
      expect(tally['.eml draft']).toBeGreaterThan(100)
      expect(tally['.msg draft']).toBeGreaterThan(10)
      expect(tally['.tnef draft']).toBeGreaterThan(4)
      await annotate(JSON.stringify(tally))
    },
  )
})
