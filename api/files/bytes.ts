/** One array of all parts, in order. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** A view for reading numbers out of `bytes`. */
export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** `length` bytes from `offset` as Latin-1 text; shorter at the end of the array. */
export function latin1(bytes: Uint8Array, offset: number, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(offset, offset + length)) text += String.fromCharCode(byte)
  return text
}

/** The Latin-1 bytes of `text`. */
export const latin1Bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of `bytes`. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}
