import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { CommentThread } from '../../../components/comments/comment-thread.tsx'
import { QuestionAnswers } from '../../../components/comments/question-answers.tsx'
import { ReactionBar } from '../../../components/reactions/reaction-bar.tsx'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { newsQueries } from '../queries.ts'

/** What readers say of a post: reactions, questions with their answers, and comments. Only of what has been out. */
export function PostTalk({ post }: { post: NewsPost }) {
  const queryClient = useQueryClient()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { id, reactions = [], commentCount = 0, permissions } = post
  const path = `/v1.0/newsPosts/${id}`
  if (post.version === 0) return null
  return (
    <>
      <ReactionBar
        path={path}
        own={post.viewer.reaction}
        counts={reactions}
        canReact={permissions.canReact}
        onChange={(reaction, counts) =>
          queryClient.setQueryData(
            newsQueries.detail(id).queryKey,
            (known) => known && { ...known, reactions: counts, viewer: { ...known.viewer, reaction } },
          )
        }
      />
      {commentCount > 0 && <QuestionAnswers path={path} />}
      {(permissions.canComment || commentCount > 0) && (
        <CommentThread
          key={id}
          target={{ path, id }}
          canComment={permissions.canComment}
          viewer={viewer}
          answersPath="/v1.0/me/newsQuestions"
        />
      )}
    </>
  )
}
