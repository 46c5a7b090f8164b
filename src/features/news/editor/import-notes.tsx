import type { ImportedNewsPost } from '#api/news-posts/contract.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'

/** What of an e-mail did not come along, and why. Draws nothing when all of it did. */
export function ImportNotes({ notes }: { notes: ImportedNewsPost['importNotes'] }) {
  if (notes.length === 0) return null
  return (
    <Notice tone="info" title={m.news_importNotes()}>
      <ul>
        {notes.map((note, index) => (
          // Notes are shown as they came and never change, so the place is the key.
          <li key={index}>{noteText(note)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function noteText({ code, target = '' }: ImportedNewsPost['importNotes'][number]): string {
  return noteTexts[code]?.({ target }) ?? m.news_noteOther({ target })
}

const noteTexts: Record<string, (inputs: { target: string }) => string> = {
  attachmentRefused: m.news_noteAttachmentRefused,
  imageRefused: m.news_noteImageRefused,
  quotedThreadRemoved: m.news_noteQuotedThreadRemoved,
  signatureRemoved: m.news_noteSignatureRemoved,
  senderUnknown: m.news_noteSenderUnknown,
  audienceUnmatched: m.news_noteAudienceUnmatched,
  textShortened: m.news_noteTextShortened,
  sensitiveContentRemoved: m.news_noteSensitiveContentRemoved,
}
