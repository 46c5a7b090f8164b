import { app_loading } from '../messages/messages.js'
import { Loading } from '../ui/loading.tsx'
import css from './starting-page.module.css'

/** The shell's shape until the first page is there, so that nothing jumps. */
export function StartingPage() {
  return (
    <>
      <div className={css.bar} />
      <main className={css.main}>
        <Loading label={app_loading()}>
          <span className={`ds-skeleton ${css.title}`} />
          <span className={`ds-skeleton ${css.panel}`} />
          <span className={`ds-skeleton ${css.panel}`} />
        </Loading>
      </main>
    </>
  )
}
