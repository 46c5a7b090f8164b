import '../../../styles/forms.css'
import { useLoaderData, useLocation, useParams, type LoaderFunctionArgs } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ApiError } from '../../../lib/request.ts'
import type { EditState } from '../edit-state.ts'
import { PostEditor } from './post-editor.tsx'
import { whenSaved } from './post-saver.ts'
import { newsQueries } from '../queries.ts'

export const handle: PageHandle = { backTo: paths.home() }

/** The post to edit, as it is on the server now; undefined for a new one. @throws 403 for who may not write. */
export const loader = async ({ params }: LoaderFunctionArgs): Promise<NewsPost | undefined> => {
  if (params.id === undefined) {
    const { permissions } = await queryClient.ensureQueryData(viewerQuery)
    if (!permissions.canCreateNewsPost) throw new ApiError({ status: 403, code: 'forbidden' })
    return undefined
  }
  await whenSaved(params.id)
  const post = await queryClient.fetchQuery({ ...newsQueries.detail(params.id), staleTime: 0 })
  if (!post.permissions.canEdit) throw new ApiError({ status: 403, code: 'forbidden' })
  return post
}

/** Writes a post: a new one, a draft, or one that is out. */
export function Component() {
  const { id } = useParams()
  const post = useLoaderData<typeof loader>()
  const { key, state } = useLocation()
  return (
    <PostEditor
      key={id ?? key}
      post={post}
      importNotes={isEditState(state) ? state.importNotes : []}
      onCreated={nameAddress}
    />
  )
}

/**
 * A new post gets its own address when it is first saved, so that a reload finds it. Not a navigation: that
 * would draw the page anew and move the cursor while someone writes.
 */
function nameAddress(id: string) {
  window.history.replaceState(window.history.state, '', paths.editNewsPost(id))
}

function isEditState(state: unknown): state is EditState {
  return typeof state === 'object' && state !== null && 'importNotes' in state
}
