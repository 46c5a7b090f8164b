/** Longest address of a link, in characters. */
const maxHrefLength = 4096

/** Only there to resolve paths against; never part of a result. */
const ownSite = 'https://own-site.invalid'

const telephone = /^tel:[+\d][\d().-]*(;ext=\d+)?$/i

/**
 * The address a link may have, in its normal form, or undefined when it may not be a link at all.
 * Allowed are http, https, mailto, tel, and paths on this site (`/wiki/…`). Control characters are removed
 * before the scheme is read, as browsers do. Refused too: addresses with a user name before the host
 * (`https://bank.example@evil.example`), which deceive the reader. The result never changes when passed
 * in again.
 */
export function safeHref(url: string): string | undefined {
  if (!url.isWellFormed()) return undefined
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const text = url.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim()
  const href = text.startsWith('/') ? ownPath(text) : absoluteAddress(text)
  return href !== undefined && href.length <= maxHrefLength ? href : undefined
}

function ownPath(text: string): string | undefined {
  const url = parse(text, ownSite)
  if (url?.origin !== ownSite || url.username !== '' || url.password !== '') return undefined
  const path = url.pathname + url.search + url.hash
  return path.startsWith('//') ? undefined : path
}

function absoluteAddress(text: string): string | undefined {
  const url = parse(text)
  if (url === undefined) return undefined
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return url.username === '' && url.password === '' ? url.href : undefined
    case 'mailto:':
      return url.pathname.includes('@') ? url.href : undefined
    case 'tel:': {
      const number = url.href.replace(/\s|%20/g, '')
      return telephone.test(number) ? number : undefined
    }
    default:
      return undefined
  }
}

function parse(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined
}
