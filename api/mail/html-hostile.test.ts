// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { RichTextNode } from '../rich-text/contract.ts'
import { parseDocument } from '../rich-text/document.ts'
import { plainText } from '../text/plain-text.ts'
import { htmlToDocument } from './html-to-document.ts'

/** The addresses of all links of a document. */
function addresses(node: RichTextNode): unknown[] {
  const own = node.marks?.flatMap(({ attrs }) => (attrs?.href === undefined ? [] : [attrs.href])) ?? []
  return [...own, ...(node.content ?? []).flatMap(addresses)]
}

function unsafeAddresses(html: string): unknown[] {
  const doc = htmlToDocument(html)
  expect(parseDocument(doc)).toEqual(doc)
  return addresses(doc).filter((href) => !/^(https?:\/\/|mailto:|tel:)/.test(String(href)))
}

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math><maction actiontype="statusline#javascript:alert(1)">x</maction></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="data:text/html,<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#9;script:alert(1)">x</a>',
  '<a href="&#1;javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<form action="javascript:alert(1)"><input type=submit></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<style>@import url(https://evil.example/x.css)</style>',
  '<div style="position:fixed;inset:0"><a href="javascript:alert(1)">x</a></div>',
  '<p onanimationstart=alert(1) style="animation:x">x</p>',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//"><a href="x">x</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<a id=cookie name=getElementById href="//evil.example">x</a>',
  '<textarea></textarea><xmp></xmp><title></title><script>alert(1)</script>',
  '<img src="https://track.example/x.png" srcset="javascript:alert(1) 2x">',
  '<a href="https://example.no" target="_blank">x</a>',
])('nothing of %s can run', (html) => {
  expect(unsafeAddresses(`<p>Hei</p>${html}`)).toEqual([])
  const doc = htmlToDocument(`<p>Hei</p>${html}`)
  expect(plainText(doc)).toMatch(/^Hei(\nx)?$/)
  expect(JSON.stringify(doc)).not.toMatch(/script|alert|onerror|style|target/)
})

test('HTML of any pieces becomes a document that is accepted', () => {
  const tags =
    'p div ul ol li table tr td th h1 blockquote pre b i a br hr img span script style svg code dl dd center'
  const names = fc.constantFrom(...tags.split(' '))
  const attributes = fc.constantFrom(
    '',
    ' href="https://example.no/"',
    ' class=MsoListParagraph style="mso-list:l0 level3 lfo1"',
    ' style="mso-list:Ignore"',
    ' border=1 colspan=7 rowspan=3',
    ' class=gmail_quote',
    ' id=Signature',
    ' id=divRplyFwdMsg',
    ' type=cite',
    ' hidden',
  )
  const piece = fc.oneof(
    fc.tuple(names, attributes).map(([name, rest]) => `<${name}${rest}>`),
    names.map((name) => `</${name}>`),
    fc.constantFrom('ord', ' ', '&nbsp;', '1. ', '\ud800', '\u0000', '<', '>', '&#x1F600;', '\u200b'),
  )
  const samples = fc.sample(fc.array(piece, { maxLength: 100 }), 800)
  for (const pieces of samples) expect(unsafeAddresses(pieces.join(''))).toEqual([])
})

// Lists of attacks and bodies of real mail, collected by others; not part of the repository.
const folder = '../shared/corpus/4-fiendtlig'
const Payloads = z.array(z.object({ payload: z.string() }))

function payloads(): string[] {
  return readdirSync(`${folder}/xss`).flatMap((name) => {
    const text = readFileSync(`${folder}/xss/${name}`, 'utf8')
    const lines = name.endsWith('.json')
      ? Payloads.parse(JSON.parse(text)).map(({ payload }) => payload)
      : text.split('\n')
    return [text, ...lines]
  })
}

describe.skipIf(!existsSync(folder))(`HTML in ${folder} (skipped where the folder is missing)`, () => {
  test('no attack leaves an address that can run', () => {
    const all = payloads()
    expect(all.length).toBeGreaterThan(1000)
    expect(all.flatMap(unsafeAddresses)).toEqual([])
  })

  test('the body of every real mail becomes a document', () => {
    const bodies = readdirSync(`${folder}/html-ekte-epost`)
    expect(bodies.length).toBeGreaterThan(100)
    for (const name of bodies) {
      const html = new TextDecoder('windows-1252').decode(readFileSync(`${folder}/html-ekte-epost/${name}`))
      expect(unsafeAddresses(html)).toEqual([])
    }
  })
})
