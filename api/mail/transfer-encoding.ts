const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Values = new Int8Array(256).fill(-1)
for (let i = 0; i < base64Alphabet.length; i++) base64Values[base64Alphabet.charCodeAt(i)] = i

const equals = 0x3d
const carriageReturn = 0x0d
const lineFeed = 0x0a

/**
 * Undoes a Content-Transfer-Encoding; an unknown one leaves the bytes as they are. Damage is skipped over.
 */
export function decodeTransferEncoding(bytes: Uint8Array, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return decodeBase64(bytes)
  if (/quoted-printable/i.test(encoding)) return decodeQuotedPrintable(bytes)
  return bytes
}

/** Decodes base64, skipping characters that do not belong; padding in the middle begins a new stretch. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil((bytes.length * 3) / 4))
  let length = 0
  let bits = 0
  let bitCount = 0
  for (const byte of bytes) {
    const value = base64Values[byte] ?? -1
    if (byte === equals) bitCount = 0
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xfff
    bitCount += 6
    if (bitCount >= 8) {
      bitCount -= 8
      result[length++] = (bits >> bitCount) & 0xff
    }
  }
  return result.subarray(0, length)
}

/** Decodes quoted-printable (RFC 2045 §6.7). */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte !== equals) {
      result[length++] = byte
      continue
    }
    const escaped = hexByte(bytes[i + 1], bytes[i + 2])
    const softBreak = softBreakLength(bytes, i + 1)
    if (escaped !== undefined) {
      result[length++] = escaped
      i += 2
    } else if (softBreak !== undefined) i += softBreak
    else result[length++] = byte
  }
  return result.subarray(0, length)
}

function hexByte(high: number | undefined, low: number | undefined): number | undefined {
  const digits = String.fromCharCode(high ?? 0, low ?? 0)
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined
}

/**
 * Length of the blanks and the line end after a trailing equals sign; undefined when something else stands
 * there.
 */
function softBreakLength(bytes: Uint8Array, start: number): number | undefined {
  let i = start
  while (bytes[i] === 0x20 || bytes[i] === 0x09) i++
  if (i >= bytes.length) return i - start
  if (bytes[i] === carriageReturn) i++
  if (bytes[i] === lineFeed) i++
  else if (bytes[i - 1] !== carriageReturn) return undefined
  return i - start
}

const bytesPerLine = 57

/** Encodes base64 in lines of 76 characters, as mail has them. */
export function encodeBase64(bytes: Uint8Array): Uint8Array {
  const lines = Math.ceil(bytes.length / bytesPerLine)
  const result = new Uint8Array(Math.ceil(bytes.length / 3) * 4 + lines * 2)
  let length = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const used = Math.min(3, bytes.length - i) + 1
    for (let digit = 0; digit < 4; digit++) {
      const value = (bits >> (18 - digit * 6)) & 0x3f
      result[length++] = digit < used ? base64Alphabet.charCodeAt(value) : equals
    }
    if (i % bytesPerLine === bytesPerLine - 3 || i + 3 >= bytes.length) {
      result[length++] = carriageReturn
      result[length++] = lineFeed
    }
  }
  return result.subarray(0, length)
}
