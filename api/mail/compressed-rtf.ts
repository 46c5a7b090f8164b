import { decompressRTF } from '@kenjiuno/decompressrtf'
import { uint32 } from './little-endian.ts'

/** Largest text that is unpacked, in compressed bytes. It becomes at most eight times as large. */
const maxCompressedSize = 1024 * 1024

/** Unpacks the formatted text of a message ([MS-OXRTFCP]); nothing when it is damaged or too large. */
export function decompressRtf(bytes: Uint8Array): Uint8Array {
  // The size in the first four bytes leaves out those four.
  const size = uint32(bytes, 0) + 4
  if (bytes.length < 16 || size > bytes.length || size > maxCompressedSize) return new Uint8Array()
  try {
    return Uint8Array.from(decompressRTF(Array.from(bytes.subarray(0, size))))
  } catch {
    // Neither packed nor plain: there is no text to be had.
    return new Uint8Array()
  }
}
