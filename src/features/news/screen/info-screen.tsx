import { ChevronLeftIcon, ChevronRightIcon, PauseIcon, PlayIcon } from '@navikt/aksel-icons'
import { QrCode } from '../../../components/qr-code/qr-code.tsx'
import { useEffect, useState } from 'react'
import type { ScreenNews } from '#api/info-screens/contract.ts'
import { formatTime, formatWhen } from '../../../lib/dates.ts'
import { useIsUpdated } from '../../../lib/version.ts'
import { m } from '../../../messages/messages.js'
import { useScreenNews, type ScreenState } from './use-screen-news.ts'
import { slideTime, useSlides, type Slides } from './use-slides.ts'
import styles from './info-screen.module.css'

type Post = ScreenNews['posts'][number]

/** News on a wall, large enough to be read from across the room: one post at a time (features.md N14). */
export function InfoScreen({ secret }: { secret: string }) {
  const state = useScreenNews(secret)
  const posts = state.news?.posts ?? []
  const slides = useSlides(posts.length)
  const post = posts[slides.index]
  useReloadWhenUpdated()

  return (
    <div className={styles.screen}>
      {state.news && <title>{`${m.newsScreen_screenTitle({ unit: state.news.unitName })} – Tunet`}</title>}
      <header className={styles.top}>
        <p className={styles.unit}>{state.news?.unitName}</p>
        <Clock />
      </header>
      <main className={styles.main} aria-live={slides.isPaused ? 'polite' : 'off'}>
        {post ? <Slide key={post.id} post={post} /> : <NoPost state={state} />}
      </main>
      <footer className={styles.bottom}>
        {posts.length > 1 && (
          <>
            <Progress slides={slides} />
            <Controls slides={slides} count={posts.length} />
          </>
        )}
        <output className={styles.status}>
          {state.problem === 'unreached' &&
            state.checkedAt &&
            m.newsScreen_offline({ time: formatTime(state.checkedAt) })}
        </output>
      </footer>
    </div>
  )
}

function Slide({ post }: { post: Post }) {
  const { coverImage } = post
  return (
    <article className={styles.slide} data-cover={coverImage !== null || undefined}>
      {coverImage && (
        <img
          className={styles.cover}
          src={new URL(coverImage.url).pathname}
          alt={coverImage.altText}
          width={coverImage.width}
          height={coverImage.height}
        />
      )}
      <div className={styles.words}>
        <h1>{post.title}</h1>
        <p className={styles.lead}>{post.lead}</p>
        <p className={styles.when}>{m.newsScreen_published({ when: formatWhen(post.publishedDateTime) })}</p>
      </div>
      <div className={styles.code}>
        <QrCode content={post.url} label={m.newsScreen_qr()} />
        <p>{m.newsScreen_qrWhat()}</p>
      </div>
    </article>
  )
}

/** Why no post is shown. */
function NoPost({ state: { news, problem } }: { state: ScreenState }) {
  if (news) {
    return (
      <div className={styles.nothing}>
        <h1>{m.newsScreen_empty()}</h1>
        <p>{m.newsScreen_emptyText()}</p>
      </div>
    )
  }
  if (problem === 'gone') {
    return (
      <div className={styles.nothing}>
        <h1>{m.newsScreen_gone()}</h1>
        <p>{m.newsScreen_goneText()}</p>
      </div>
    )
  }
  return (
    <div className={styles.nothing}>
      <h1>{problem === undefined ? m.newsScreen_loading() : m.newsScreen_failed()}</h1>
    </div>
  )
}

/** How much of the time is left; stands still where one wants no movement. */
function Progress({ slides: { turn, isPaused } }: { slides: Slides }) {
  return (
    <div className={styles.progress} aria-hidden="true">
      <div key={turn} style={{ animationDuration: `${slideTime}ms` }} data-paused={isPaused || undefined} />
    </div>
  )
}

function Controls({ slides, count }: { slides: Slides; count: number }) {
  const { index, isPaused, togglePause, next, previous } = slides
  return (
    <div className={styles.controls}>
      <button type="button" aria-label={m.newsScreen_previous()} onClick={previous}>
        <ChevronLeftIcon aria-hidden />
      </button>
      <button type="button" onClick={togglePause}>
        {isPaused ? <PlayIcon aria-hidden /> : <PauseIcon aria-hidden />}
        {isPaused ? m.newsScreen_play() : m.newsScreen_pause()}
      </button>
      <button type="button" aria-label={m.newsScreen_next()} onClick={next}>
        <ChevronRightIcon aria-hidden />
      </button>
      <span>{m.newsScreen_position({ index: index + 1, count })}</span>
    </div>
  )
}

function Clock() {
  const [time, setTime] = useState(() => formatTime(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setTime(formatTime(new Date())), 1000)
    return () => clearInterval(timer)
  }, [])
  return <p>{time}</p>
}

/** A screen hangs there for months, and nobody is there to load it anew. */
function useReloadWhenUpdated() {
  const isUpdated = useIsUpdated()
  useEffect(() => {
    if (isUpdated) location.reload()
  }, [isUpdated])
}
