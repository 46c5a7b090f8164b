import '../../../styles/forms.css'
import { useState } from 'react'
import { useLoaderData, useLocation, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ApiError } from '../../../lib/request.ts'
import type { EditState } from '../edit-state.ts'
import { whenSaved } from './local-copy.ts'
import { PostEditor } from './post-editor.tsx'
import { newsQueries } from '../queries.ts'

export const handle: PageHandle = { backTo: paths.home() }

/** The post to edit, as it is on the server now; undefined for a new one. @throws 403 for who may not write. */
export const loader = async ({ params, request }: LoaderFunctionArgs): Promise<NewsPost | undefined> => {
  if (params.id === undefined) {
    const { permissions } = await queryClient.ensureQueryData(viewerQuery)
    if (!permissions.canCreateNewsPost) throw new ApiError({ status: 403, code: 'forbidden' })
    await whenSaved(new URL(request.url).searchParams.get('draft') ?? '')
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
  const [search] = useSearchParams()
  const draft = search.get('draft')
  const { importNotes = [], restoreVersion } = isEditState(state) ? state : {}
  return (
    <Editor
      // A step that answers the state of the address makes a new entry of the same page: it stays as it is.
      key={id ?? draft ?? key}
      post={post}
      draft={draft}
      importNotes={importNotes}
      restoreVersion={restoreVersion}
    />
  )
}

interface EditorProps {
  post: NewsPost | undefined
  /** Name of a draft that is kept in this browser; null when the address has none. */
  draft: string | null
  importNotes: NonNullable<EditState['importNotes']>
  restoreVersion: number | undefined
}

function Editor({ draft, ...editor }: EditorProps) {
  const [draftName] = useState(() => draft ?? crypto.randomUUID())
  return (
    <PostEditor
      {...editor}
      draftName={draftName}
      onKept={() => nameAddress(paths.newNewsPost(draftName))}
      onCreated={(id) => nameAddress(paths.editNewsPost(id))}
    />
  )
}

/**
 * A new post gets its own address when it is first kept or saved, so that a reload finds it. Not a navigation: that
 * would draw the page anew and move the cursor while someone writes.
 */
function nameAddress(path: string) {
  window.history.replaceState(window.history.state, '', path)
}

const isEditState = (state: unknown): state is EditState => typeof state === 'object' && state !== null
