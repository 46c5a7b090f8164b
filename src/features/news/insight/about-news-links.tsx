import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { EmailsAvoidedLine } from './emails-avoided-line.tsx'
import styles from './insight.module.css'

/** For those who write: what news has saved, who may publish, and the screens. */
export function AboutNewsLinks({ hasScreens }: { hasScreens: boolean }) {
  return (
    <nav aria-label={m.newsInsight_aboutNews()} className={styles.links}>
      <EmailsAvoidedLine />
      <Link to={paths.newsEditors()} className="lone-link">
        {m.newsInsight_editorsTitle()}
      </Link>
      {hasScreens && (
        <Link to={paths.infoScreens()} className="lone-link">
          {m.newsScreen_title()}
        </Link>
      )}
    </nav>
  )
}
