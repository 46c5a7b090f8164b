import type { Page } from '@playwright/test'

/** What the API answered. */
export interface ApiAnswer {
  status: number
  /** Parsed JSON, or undefined when it was something else. */
  body: unknown
}

/**
 * Calls the API from within a page, with the token the page has itself: what a curious person could do with the browser's
 * own tools. With `body` it is a POST, unless another method is given.
 */
export function askApi(page: Page, path: string, body?: unknown, method?: string): Promise<ApiAnswer> {
  return page.evaluate(
    async ({ path, body, method }) => {
      const name = Object.keys(sessionStorage).find((key) => /accesstoken/i.test(key))
      const token = JSON.parse(sessionStorage.getItem(name ?? '') ?? '{}') as { secret?: string } // MSAL's own form
      const response = await fetch(path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { Authorization: `Bearer ${token.secret}`, 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      return { status: response.status, body: (await response.json().catch(() => undefined)) as unknown }
    },
    { path, body, method },
  )
}

/** Ids of all files of a post: the attachments, and the pictures in its text. */
export async function fileIdsOf(page: Page, postId: string): Promise<string[]> {
  const { body } = await askApi(page, `/v1.0/newsPosts/${postId}`)
  const post = body as { attachments: { id: string }[]; body: unknown } // the contract of the answer
  const inText = [...JSON.stringify(post.body).matchAll(/"fileId":"([^"]+)"/g)].map(([, id = '']) => id)
  return [...post.attachments.map((file) => file.id), ...inText]
}
