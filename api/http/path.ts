/**
 * Brings the address forms generated clients use to the one our routes know: `/users('id')` is `/users/id`, and
 * `/newsPosts/{id}/microsoft.graph.publish` is `/newsPosts/{id}/publish` (graph.md §1.2, §2).
 */
export function canonicalRequest(request: Request): Request {
  const url = new URL(request.url)
  const path = url.pathname
    .replaceAll(/\/(\w+)\((?:'|%27)([^/()]*?)(?:'|%27)\)/gi, '/$1/$2')
    .replace(/\/(?:microsoft\.graph|tunet)\.(\w+)$/, '/$1')
  if (path === url.pathname) return request
  url.pathname = path
  return new Request(url, request)
}
