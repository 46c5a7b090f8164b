import { safeHref } from '../text/safe-url.ts'

/** Longer addresses are for tracking, and would take the place of text. */
const maxLength = 2000

/**
 * The address a link of a message may keep. Outlook's Safe Links are replaced by the address they lead to,
 * and paths are left out: they belong to the sender's site, not to this one.
 */
export function linkAddress(href: string): string | undefined {
  const safe = safeHref(href.length <= 2 * maxLength ? href : '')
  const address = safe === undefined ? undefined : safeHref(withoutSafeLink(safe))
  return address === undefined || address.startsWith('/') || address.length > maxLength ? undefined : address
}

function withoutSafeLink(href: string): string {
  if (!/^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\//i.test(href)) return href
  return new URL(href).searchParams.get('url') ?? href
}
