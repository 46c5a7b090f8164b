import { expect } from 'vitest'
import type { NewsPost } from '#api/news-posts/contract.ts'
import type { Caller } from './call-api.ts'

/** A body of one paragraph. */
export const paragraph = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** The audience of all employees. */
export const everyone = { everyone: true, orgUnitIds: [], roles: [] }

/** Creates a draft to everyone, or as `input` says, and returns it as the answer has it. */
export async function aDraft(editor: Caller, input: Record<string, unknown> = {}): Promise<NewsPost> {
  const response = await editor.post('/v1.0/newsPosts', {
    title: 'Nytt',
    body: paragraph('Hei alle'),
    audience: everyone,
    ...input,
  })
  expect(response.status).toBe(201)
  // The contract of the answer; tests look at what they need of it.
  return (await response.json()) as NewsPost
}

/** Creates a draft and publishes it. */
export async function aPost(editor: Caller, input: Record<string, unknown> = {}): Promise<NewsPost> {
  const { id } = await aDraft(editor, input)
  const response = await editor.post(`/v1.0/newsPosts/${id}/publish`)
  expect(response.status).toBe(200)
  return (await response.json()) as NewsPost
}

/** Reads one post that must be there. */
export async function readPost(as: Caller, id: string): Promise<NewsPost> {
  const response = await as.get(`/v1.0/newsPosts/${id}`)
  expect(response.status).toBe(200)
  return (await response.json()) as NewsPost
}

/** The header a change of a post needs, with others beside it. */
export const ifMatch = (post: NewsPost, more: Record<string, string> = {}) => ({
  'if-match': post['@odata.etag'] ?? '',
  ...more,
})

/** The body of an error. */
export interface Problem {
  error: {
    code: string
    innerError: { code?: string }
    details?: { code: string; target?: string; start?: number; end?: number }[]
  }
}

/** Reads an error. */
export const problem = async (response: Response) => ((await response.json()) as Problem).error
