import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { orgUnitQueries } from '../../../components/audience-picker/org-unit-queries.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { m } from '../../../messages/messages.js'
import { Sheet } from '../../../ui/sheet.tsx'
import { PostArticle } from '../post/post-article.tsx'
import type { PostForm } from './post-form.ts'
import { newsQueries } from '../queries.ts'

interface PostPreviewProps {
  form: PostForm
  post: NewsPost | undefined
  minutes: number
}

/** The post as its readers will see it, from what is written now. */
export function PostPreview({ form, post, minutes }: PostPreviewProps) {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { data: recipientCount } = useQuery(newsQueries.recipients(form.audience))
  const units = useQueries({ queries: form.audience.orgUnitIds.map(orgUnitQueries.detail) })
  return (
    <Sheet aria-label={m.news_preview()}>
      <PostArticle
        post={{
          ...form,
          recipientCount,
          audienceUnits: units.flatMap(({ data }) => (data === undefined ? [] : [data])),
          author: post?.author ?? viewer,
          publishedDateTime: post?.publishedDateTime ?? null,
          lastModifiedDateTime: post?.lastModifiedDateTime ?? '',
          readingTimeInMinutes: minutes,
          version: post?.version ?? 0,
        }}
        heading={<h2>{form.title || m.news_untitled()}</h2>}
      />
    </Sheet>
  )
}
