import { HeaderHints } from './extensions/header-hints.ts'
import { Image } from './extensions/image.ts'
import { mention, type MentionLink } from './extensions/mention.ts'
import { tableExtensions } from './extensions/table.ts'
import { ShortTextBlocks, TextBlocks } from './extensions/text-blocks.ts'

/** What the editor can write: the nodes and marks of `richTextSchema`, no more and no less. */
export const editorExtensions = (link: MentionLink) => [
  TextBlocks,
  ...tableExtensions,
  HeaderHints,
  Image,
  mention(link),
]

/** What the editor of comments can write: the nodes and marks of `shortTextSchema`. */
export const shortTextExtensions = (link: MentionLink) => [ShortTextBlocks, mention(link)]
