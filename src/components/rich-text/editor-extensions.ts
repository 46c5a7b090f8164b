import { Image } from './extensions/image.ts'
import { tableExtensions } from './extensions/table.ts'
import { TextBlocks } from './extensions/text-blocks.ts'

/** What the editor can write: the nodes and marks of `api/rich-text/schema.ts`, no more and no less. */
export const editorExtensions = [TextBlocks, ...tableExtensions, Image]
