import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const statusByCode: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers what Node could not read as a request: headers above its limit (431), too slow (408), no HTTP (400). */
export function refuseMalformed(error: Error, socket: Duplex, headers: Record<string, string>) {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = statusByCode[code] ?? 400
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n${lines.join('')}\r\n`,
  )
}
