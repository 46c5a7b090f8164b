import type { RichTextDocument } from '#api/rich-text/contract.ts'
import { diffDocuments } from './diff-documents.ts'
import { diffWords, type TextChange } from './diff-words.ts'
import { type ChangeSummary, summariseMarked } from './summarise-changes.ts'
import { isWord, splitWords } from './words.ts'

/** A version as it is compared: of a news post, a page, a procedure. */
export interface VersionText {
  /** Its number, from 1. */
  version: number
  title: string
  /** The text above the body; left out where there is none. */
  lead?: string | null
  body: RichTextDocument
}

/** Two versions laid over each other. */
export interface Comparison {
  title: TextChange[]
  lead: TextChange[]
  /** The later body with the marks of `diffDocuments`. */
  body: RichTextDocument
  /** Of title, lead and body together. */
  summary: ChangeSummary
  /** The words are the same and the look is not. */
  isOnlyAppearance: boolean
}

/** Compares title, lead and body. */
export function compareVersions(before: VersionText, after: VersionText): Comparison {
  const title = diffWords(before.title, after.title)
  const lead = diffWords(before.lead ?? '', after.lead ?? '')
  const body = diffDocuments(before.body, after.body)
  const ofBody = summariseMarked(body)
  const texts = [...title, ...lead].filter(({ kind }) => kind !== undefined)
  const words = (wanted: TextChange['kind']) =>
    texts
      .filter(({ kind }) => kind === wanted)
      .reduce((sum, { text }) => sum + splitWords(text).filter(isWord).length, 0)
  const summary = {
    ...ofBody,
    isChanged: ofBody.isChanged || texts.length > 0,
    wordsAdded: ofBody.wordsAdded + words('inserted'),
    wordsRemoved: ofBody.wordsRemoved + words('deleted'),
  }
  const isOnlyAppearance = !summary.isChanged && JSON.stringify(before.body) !== JSON.stringify(after.body)
  return { title, lead, body, summary, isOnlyAppearance }
}
