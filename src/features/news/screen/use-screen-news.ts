import { useEffect, useState } from 'react'
import { ScreenNews } from '#api/info-screens/contract.ts'

/** Milliseconds between questions: news are on the wall within a minute. */
const interval = 60_000

/** What a screen knows. What it has got stays, whatever becomes of later answers. */
export interface ScreenState {
  news: ScreenNews | undefined
  /** When the news were last known to be right. */
  checkedAt: Date | undefined
  /** Why they may not be right any more: the server was not reached, or the address is closed. */
  problem: 'unreached' | 'gone' | undefined
}

const begun: ScreenState = { news: undefined, checkedAt: undefined, problem: undefined }

/** Asks for what a screen shows, every minute for as long as it hangs there. */
export function useScreenNews(secret: string): ScreenState {
  const [state, setState] = useState(begun)

  useEffect(() => {
    const stopped = new AbortController()
    let etag: string | undefined
    async function ask() {
      try {
        const answer = await fetchNews(secret, etag, stopped.signal)
        etag = answer.etag
        setState(({ news }) => ({
          news: answer.news ?? news,
          checkedAt: new Date(),
          problem: undefined,
        }))
      } catch (error) {
        if (stopped.signal.aborted) return
        const isGone = error instanceof ScreenGone
        setState(({ news, checkedAt }) => ({
          // A screen that was taken down must not go on showing what it had.
          news: isGone ? undefined : news,
          checkedAt,
          problem: isGone ? 'gone' : 'unreached',
        }))
        if (isGone) etag = undefined
      }
    }
    void ask()
    const timer = setInterval(() => void ask(), interval)
    const onOnline = () => void ask()
    window.addEventListener('online', onOnline)
    return () => {
      stopped.abort()
      clearInterval(timer)
      window.removeEventListener('online', onOnline)
    }
  }, [secret])
  return state
}

class ScreenGone extends Error {}

/** No token goes along: the address is the right. @returns no news when nothing has changed since `etag`. */
async function fetchNews(secret: string, etag: string | undefined, signal: AbortSignal) {
  const address = new URL(`/v1.0/infoScreens/screen/${encodeURIComponent(secret)}`, location.origin)
  const response = await fetch(address, {
    headers: etag === undefined ? {} : { 'If-None-Match': etag },
    cache: 'no-store',
    credentials: 'omit',
    signal,
  })
  if (response.status === 304) return { etag, news: undefined }
  if (response.status === 404) throw new ScreenGone()
  if (!response.ok) throw new Error(`The screen was answered ${response.status}.`)
  const news = ScreenNews.parse(await response.json())
  return { etag: response.headers.get('etag') ?? undefined, news }
}
