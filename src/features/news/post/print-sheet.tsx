import type { NewsPost } from '#api/news-posts/contract.ts'
import { plainText } from '#api/text/plain-text.ts'
import { audienceText } from '../../../components/audience-picker/audience-text.ts'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import { QrCode } from '../../../components/qr-code/qr-code.tsx'
import { dayOf, formatDate, formatFullDay } from '../../../lib/dates.ts'
import { addDays } from '#api/time/oslo.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import styles from './print-sheet.module.css'

/** How long a sheet hangs when the post itself has no last day, in days. */
const hangsFor = 14
/** Longest excerpt on a poster of a post without a lead, in characters. */
const maxExcerpt = 320
/** Characters from which a poster is set smaller, so that it stays one page. */
const muchText = 420
const veryMuchText = 800

interface PrintSheetProps {
  post: NewsPost
  municipality: string
  /** `poster`: what one must know, in big type on one A4. `whole`: everything. */
  form: 'poster' | 'whole'
}

/** A post on paper, with a code that leads to it and the day it is to be taken down. */
export function PrintSheet({ post, municipality, form }: PrintSheetProps) {
  const { actionRequired, body } = post
  const isPoster = form === 'poster'
  const lead = post.lead || (isPoster && body ? excerptOf(plainText(body)) : '')
  const who = actionRequired?.who || audienceText(post.audience, post.audienceUnits)
  const questions = actionRequired
    ? [
        { name: m.newsPost_what(), answer: lead },
        { name: m.newsPost_who(), answer: who },
        { name: m.newsPost_do(), answer: actionRequired.what },
        {
          name: m.newsPost_when(),
          answer: actionRequired.dueDate === null ? '' : formatFullDay(actionRequired.dueDate),
        },
      ].filter(({ answer }) => answer !== '')
    : []
  const length = [post.title, lead, ...questions.slice(1).map(({ answer }) => answer)].join('').length
  return (
    <article
      className={styles.sheet}
      data-form={form}
      data-much={length > veryMuchText ? 'very' : length > muchText || undefined}
    >
      <header className={styles.head}>
        <span>{municipality}</span>
        {post.importance === 'mustRead' && <strong>{m.news_mustRead()}</strong>}
        {post.importance === 'important' && <strong>{m.news_important()}</strong>}
      </header>
      <h1 tabIndex={-1}>{post.title}</h1>
      {questions.length > 0 ? (
        <dl className={styles.questions}>
          {questions.map(({ name, answer }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      ) : (
        lead !== '' && <p className={styles.lead}>{lead}</p>
      )}
      {!isPoster && body && (
        <div className={styles.body}>
          <RichTextViewer document={body} />
        </div>
      )}
      <footer className={styles.foot}>
        <QrCode content={`${location.origin}${addressOf(post)}`} label={m.newsPost_printCode()} />
        <div>
          <p className={styles.scan}>
            {post.importance === 'mustRead' ? m.newsPost_printScanConfirm() : m.newsPost_printScan()}
          </p>
          <p>
            {m.newsPost_printFrom({
              name: post.responsibleUnit?.displayName ?? post.author.displayName,
              day: formatDate(dayOf(new Date(post.publishedDateTime ?? post.lastModifiedDateTime))),
            })}
          </p>
          <p className={styles.takeDown}>{m.newsPost_printTakeDown({ day: formatDate(lastDayOf(post)) })}</p>
        </div>
      </footer>
    </article>
  )
}

/** Counted as read by way of the code (features.md N9). */
const addressOf = ({ id }: NewsPost) => `${paths.newsPost(id)}?via=qr`

/** The day the sheet is to be taken down, in Oslo. */
const lastDayOf = ({ expirationDateTime }: NewsPost) =>
  expirationDateTime === null ? addDays(dayOf(new Date()), hangsFor) : dayOf(new Date(expirationDateTime))

/** The beginning of a text, to the last whole word. */
function excerptOf(text: string): string {
  const words = text.trim()
  return words.length <= maxExcerpt ? words : `${words.slice(0, maxExcerpt).replace(/\s+\S*$/, '')} …`
}
