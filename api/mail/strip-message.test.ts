// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { newBudget } from './block-writer.ts'
import { htmlToBlocks } from './html-to-blocks.ts'
import { textOfBlocks, type MailBlock } from './mail-block.ts'
import { stripQuotedThread } from './strip-quoted-thread.ts'
import { stripSignature } from './strip-signature.ts'
import { textToBlocks } from './text-to-blocks.ts'

const fromText = (text: string) => textToBlocks(text, { isFlowed: false, isSpaceDeleted: false }, newBudget())
const fromHtml = (html: string) => htmlToBlocks(html, newBudget(), () => undefined)

function ownWords(blocks: MailBlock[]): string {
  return textOfBlocks(stripSignature(stripQuotedThread(blocks).blocks).blocks)
}

const header = 'Fra: Ola Bakken\nSendt: 1. november 2026\nTil: Alle\nEmne: Kurs'
const headerHtml = '<b>Fra:</b> Ola<br><b>Sendt:</b> 1. november<br><b>Til:</b> Alle<br><b>Emne:</b> Kurs'

describe('the quoted thread', () => {
  test.each([
    ['Outlook, in Norwegian', `Nytt.\n\n${header}\n\nGammelt.`],
    ['Outlook, in English', 'Nytt.\n\nFrom: Ola\nSent: Monday\nTo: Alle\nSubject: Kurs\n\nGammelt.'],
    ['Outlook, in nynorsk', 'Nytt.\n\nFrå: Ola\nSendt: måndag\nTil: Alle\nEmne: Kurs\n\nGammalt.'],
    ['a line of underscores', `Nytt.\n\n________________________________\n${header}\n\nGammelt.`],
    ['a divider', 'Nytt.\n\n-----Opprinnelig melding-----\nGammelt.'],
    ['an English divider', 'Nytt.\n\n----- Original Message -----\nGammelt.'],
    [
      'an attribution with quoted lines',
      'Nytt.\n\nDen 1. nov. 2026 kl. 12:00 skrev Ola <ola@elvestrand.example>:\n\n> Gammelt.\n>> Eldre.',
    ],
    [
      'an attribution over two lines',
      'Nytt.\n\nOn Mon, Nov 1, 2026 at 12:00 PM Ola Bakken <ola@elvestrand.example>\nwrote:\n> Gammelt.',
    ],
    ['an attribution without marks', 'Nytt.\n\nOla Bakken skrev 1. november 2026:\n\nGammelt.'],
    ['an answer below the quote', 'On 1 Nov 2026, Ola wrote:\n> Gammelt.\n\nNytt.'],
  ])('%s is left out of a plain text', (_, text) => {
    expect(ownWords(fromText(text))).toBe('Nytt.')
    expect(stripQuotedThread(fromText(text)).isRemoved).toBe(true)
  })

  test.each([
    [
      'Outlook',
      `<p>Nytt.</p><div style="border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal>${headerHtml}</p></div><p>Gammelt.</p>`,
    ],
    [
      'Outlook on the web',
      `<p>Nytt.</p><hr><div id="divRplyFwdMsg"><font>${headerHtml}</font></div><div>Gammelt.</div>`,
    ],
    [
      'Outlook on the web, in a language nobody knows',
      '<p>Nytt.</p><div id="appendonsend"></div><hr><div>Kto: Ola</div><div>Gammelt.</div>',
    ],
    [
      'Gmail',
      '<div>Nytt.</div><div class="gmail_quote"><div class="gmail_attr">man. 1. nov. 2026 skrev Ola:</div><blockquote>Gammelt.</blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>Nytt.</p><div class="moz-cite-prefix">Den 01.11.2026 12:00, skrev Ola:</div><blockquote type="cite">Gammelt.</blockquote>',
    ],
    [
      'an attribution before a quote',
      '<p>Nytt.</p><p>On 1 Nov 2026, Ola wrote:</p><blockquote>Gammelt.</blockquote>',
    ],
  ])('%s is left out of HTML', (_, html) => {
    expect(ownWords(fromHtml(html))).toBe('Nytt.')
  })

  test.each([
    ['words like a header', 'Kurset går\nFra: kl. 10\nTil: kl. 12\n\nVel møtt.'],
    ['somebody who wrote', 'Kommunedirektøren skrev i går om budsjettet.\n\nLes det.'],
    ['a line of dashes at the end', 'Vannet er stengt.\n\n-----'],
    ['a quote of a law', 'Loven sier:\n\nEnhver har rett til innsyn.'],
  ])('%s stay', (_, text) => {
    expect(stripQuotedThread(fromText(text)).isRemoved).toBe(false)
    expect(ownWords(fromText(text))).toBe(text.replaceAll('\n\n', '\n'))
  })

  test('a quote in HTML without an attribution stays', () => {
    expect(ownWords(fromHtml('<p>Loven sier:</p><blockquote>Enhver har rett.</blockquote>'))).toBe(
      'Loven sier:\nEnhver har rett.',
    )
  })

  test('a message forwarded three times gives the innermost text', () => {
    const forwarded = `${header}\n\n${header}\n\n${header}\n\nKurset er på mandag.`
    expect(ownWords(fromText(forwarded))).toBe('Kurset er på mandag.')
  })

  test('a forwarded message in Gmail gives the forwarded text', () => {
    const html =
      '<div dir="ltr"><br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Fra: <b>Ola</b><br>Date: man. 1. nov. 2026<br>Subject: Kurs<br>To: Kari<br></div><p>Kurset er på mandag.</p></div></div>'
    expect(ownWords(fromHtml(html))).toBe('Kurset er på mandag.')
  })

  test('a quote with nothing beside it stays', () => {
    expect(ownWords(fromText('> Bare dette.'))).toBe('Bare dette.')
  })
})

describe('the signature', () => {
  const contact = 'Kari Nilsen\nHelsefagarbeider\nElvestrand kommune\nTlf. 22 00 00 00'

  test.each([
    'Med vennlig hilsen',
    'Med venleg helsing',
    'Vennlig hilsen,',
    'Mvh',
    'mvh Kari',
    'M.v.h.',
    'Hilsen oss i kommunikasjon',
    'Beste hilsener',
    'Best regards',
    'Kind regards,',
    '-- ',
  ])('after «%s» it is left out', (closing) => {
    const { blocks, isRemoved } = stripSignature(fromText(`Vannet er stengt.\n\n${closing}\n${contact}`))
    expect(textOfBlocks(blocks)).toBe('Vannet er stengt.')
    expect(isRemoved).toBe(true)
  })

  test.each([
    '<div id="Signature"><p>Kari Nilsen</p></div>',
    '<div class="gmail_signature">Kari Nilsen</div>',
    '<div id="ms-outlook-mobile-signature">Sendt fra Outlook for iOS</div>',
    '<pre class="moz-signature">-- \nKari</pre>',
  ])('what the program marked as one is left out: %s', (signature) => {
    const { blocks, isRemoved } = stripSignature(fromHtml(`<p>Vannet er stengt.</p>${signature}`))
    expect(textOfBlocks(blocks)).toBe('Vannet er stengt.')
    expect(isRemoved).toBe(true)
  })

  test('a closing in the middle of a long message stays', () => {
    const text = `Vi fikk et brev.\n\nMed vennlig hilsen\nOla\n\n${'Her er det vi svarte. '.repeat(80)}`
    expect(stripSignature(fromText(text)).isRemoved).toBe(false)
  })

  test('words that only begin like a closing stay', () => {
    const text = 'Hilsenen fra ordføreren ligger ved. Regardless of weather.'
    expect(stripSignature(fromText(text)).isRemoved).toBe(false)
  })

  test('a message that is nothing but a greeting stays', () => {
    const { blocks, isRemoved } = stripSignature(fromText('Hilsen Kari'))
    expect(textOfBlocks(blocks)).toBe('Hilsen Kari')
    expect(isRemoved).toBe(false)
  })
})
