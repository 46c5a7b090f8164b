/** Fewer digits than an identity number has. */
const fewDigits = 11

/** Whether a search may hold somebody's identity number. Then it is neither sent nor kept, in an address or anywhere. */
export async function looksSensitive(text: string): Promise<boolean> {
  if ((text.match(/\p{N}/gu) ?? []).length < fewDigits) return false
  const { findSensitiveContent } = await import('#api/text/sensitive-content.ts')
  return findSensitiveContent(text).length > 0
}
