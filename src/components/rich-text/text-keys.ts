/** Keys held down with another, as ProseMirror and React both tell of them. */
interface Keys {
  key: string
  ctrlKey: boolean
  metaKey: boolean
}

/** Ctrl+K, or ⌘K: link the marked text. */
export const isLinkKey = ({ key, ctrlKey, metaKey }: Keys) =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'k'

/** Ctrl+Enter, or ⌘Enter: send what is written. */
export const isSubmitKey = ({ key, ctrlKey, metaKey }: Keys) => (ctrlKey || metaKey) && key === 'Enter'
