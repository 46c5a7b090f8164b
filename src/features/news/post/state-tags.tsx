import {
  ArchiveIcon,
  ClockDashedIcon,
  ClockIcon,
  ExclamationmarkTriangleIcon,
  EyeIcon,
  HourglassIcon,
  PencilIcon,
  PushPinIcon,
} from '@navikt/aksel-icons'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { StatusTag } from '../../../ui/status-tag.tsx'

/** What a post is, in words: how important, and that it is not, or no longer, out. */
export function StateTags({ importance, state, isPinned }: Pick<NewsPost, 'importance'> & Partial<NewsPost>) {
  return (
    <>
      {importance === 'mustRead' && (
        <StatusTag tone="yard" icon={<EyeIcon aria-hidden />}>
          {m.news_mustRead()}
        </StatusTag>
      )}
      {importance === 'important' && (
        <StatusTag tone="neutral" icon={<ExclamationmarkTriangleIcon aria-hidden />}>
          {m.news_important()}
        </StatusTag>
      )}
      {isPinned && state === 'published' && (
        <StatusTag tone="neutral" icon={<PushPinIcon aria-hidden />}>
          {m.newsPost_pinnedTag()}
        </StatusTag>
      )}
      {state !== undefined && state !== 'published' && (
        <StatusTag tone={state === 'expired' ? 'warning' : 'neutral'} icon={icons[state]}>
          {words[state]()}
        </StatusTag>
      )}
    </>
  )
}

const words = {
  draft: m.newsPost_draftTag,
  inReview: m.newsPost_inReviewTag,
  scheduled: m.newsPost_scheduledTag,
  expired: m.newsPost_expiredTag,
  archived: m.newsPost_archivedTag,
}

const icons = {
  draft: <PencilIcon aria-hidden />,
  inReview: <HourglassIcon aria-hidden />,
  scheduled: <ClockIcon aria-hidden />,
  expired: <ClockDashedIcon aria-hidden />,
  archived: <ArchiveIcon aria-hidden />,
}
