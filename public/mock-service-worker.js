// The service worker of the mocks: MSW's own, but for the mocked addresses alone.
//
// MSW asks a page about every request in this browser, also about the files of the database's worker. A page that is just
// being left never answers, and the file would never arrive. Here files go to the network without being asked about.

const mocked = /^\/(config\.json$|mock-oidc\/|v1\.0\/)/

addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (origin !== location.origin || !mocked.test(pathname)) event.stopImmediatePropagation()
})

importScripts('/mockServiceWorker.js')
