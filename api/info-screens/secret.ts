import { sha256 } from '../files/bytes.ts'

/** No letter that is easily taken for another, since addresses are typed in with remote controls (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
/** 26 letters of 5 bits: 130 bits. */
const length = 26

/** A new secret for the address of a screen. */
export const newSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join('')

/** What is kept of a secret. */
export const hashOfSecret = (secret: string): Promise<Uint8Array> => sha256(new TextEncoder().encode(secret))

/** Whether it could be a secret at all. */
export const isSecret = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text)
