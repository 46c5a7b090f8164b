const encryptedBlock = /-----BEGIN PGP MESSAGE-----[^]*?(-----END PGP MESSAGE-----|$)/g
const signedBlock =
  /-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:[^\r\n]+\r?\n)*\r?\n([^]*?)(?:-----BEGIN PGP SIGNATURE-----[^]*?(?:-----END PGP SIGNATURE-----|$)|$)/g

/** Takes PGP's own lines away from a plain text. `isEncrypted` tells that a part of it cannot be read. */
export function withoutPgp(text: string): { text: string; isEncrypted: boolean } {
  if (!text.includes('-----BEGIN PGP')) return { text, isEncrypted: false }
  const signed = text.replace(signedBlock, (_, inside: string) => inside.replace(/^- /gm, ''))
  const readable = signed.replace(encryptedBlock, '')
  return { text: readable, isEncrypted: readable !== signed }
}
