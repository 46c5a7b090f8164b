import { AboutNewsLinks } from '../insight/about-news-links.tsx'
import { OwnPosts } from './own-posts.tsx'
import { WriterPanel } from './writer-panel.tsx'

interface WriterAsideProps {
  /** The person may put news on screens. */
  hasScreens: boolean
}

/** What those who write have beside the news: begin, go on with what is begun, and how it went. */
export function WriterAside({ hasScreens }: WriterAsideProps) {
  return (
    <>
      <WriterPanel />
      <OwnPosts />
      <AboutNewsLinks hasScreens={hasScreens} />
    </>
  )
}
