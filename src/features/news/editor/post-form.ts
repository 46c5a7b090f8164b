import type { FileReference } from '#api/files/contract.ts'
import type { Audience, NewNewsPost, NewsPost } from '#api/news-posts/contract.ts'
import type { RichTextDocument, RichTextNode } from '#api/rich-text/contract.ts'
import { plainText } from '#api/text/plain-text.ts'

/** What is written in the editor. */
export interface PostForm {
  title: string
  lead: string
  body: RichTextDocument
  importance: NewsPost['importance']
  audience: Audience
  /** `2026-11-18`; null without a deadline. */
  confirmBy: string | null
  attachments: FileReference[]
}

export const emptyForm: PostForm = {
  title: '',
  lead: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  importance: 'normal',
  audience: { everyone: false, orgUnitIds: [], roles: [] },
  confirmBy: null,
  attachments: [],
}

/** A saved post as the editor has it. */
export function formOf(post: NewsPost): PostForm {
  const { title, lead, body = emptyForm.body, importance, audience, confirmBy, attachments } = post
  return { title, lead, body, importance, audience, confirmBy, attachments }
}

/** What the API must be told to turn `saved` into `form`; undefined when nothing has changed. */
export function changesOf(form: PostForm, saved: PostForm): Partial<NewNewsPost> | undefined {
  const { attachments, ...rest } = form
  const changes: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => !isSame(value, saved[name as keyof typeof rest])), // its own names
  )
  if (!isSame(attachments, saved.attachments)) changes.attachmentIds = attachments.map((file) => file.id)
  return Object.keys(changes).length === 0 ? undefined : changes
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The free texts of the form by the API's names, for the sensitive-data guard. */
export function textsOf({ title, lead, body }: PostForm): Record<'title' | 'lead' | 'body', string> {
  return { title, lead, body: plainText(body) }
}

/** The first picture that nobody has described; undefined when all are. */
export function undescribedImage(body: RichTextDocument): string | undefined {
  const find = (nodes: RichTextNode[] = []): string | undefined => {
    for (const node of nodes) {
      const { fileId, alt } = node.attrs ?? {}
      if (node.type === 'image' && typeof fileId === 'string' && (alt ?? '') === '') return fileId
      const inside = find(node.content)
      if (inside !== undefined) return inside
    }
    return undefined
  }
  return find(body.content)
}
