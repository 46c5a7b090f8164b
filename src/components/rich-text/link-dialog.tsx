import { Button, Textfield } from '@digdir/designsystemet-react'
import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { safeHref } from '#api/text/safe-url.ts'
import { m } from '../../messages/messages.js'
import { Modal } from '../../ui/modal.tsx'

/** Asks where the marked text links to. Without marked text the address itself becomes the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const existing: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof existing === 'string' ? existing : '')
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  // What one came for is the address.
  useEffect(() => field.current?.focus(), [])

  function close() {
    onClose()
    editor.commands.focus()
  }

  function save() {
    const href = toHref(address)
    if (href === undefined) {
      setError(m.parts_linkInvalid())
      return
    }
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && existing === undefined) {
      chain
        .insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run()
    } else {
      chain.setLink({ href }).run()
    }
    onClose()
  }

  function remove() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }

  return (
    <Modal
      isOpen
      title={m.parts_linkTitle()}
      onCancel={close}
      actions={
        <>
          <Button type="button" onClick={save}>
            {m.parts_linkSave()}
          </Button>
          {existing !== undefined && (
            <Button type="button" variant="secondary" onClick={remove}>
              {m.parts_linkRemove()}
            </Button>
          )}
          <Button type="button" variant="tertiary" onClick={close}>
            {m.parts_cancel()}
          </Button>
        </>
      }
    >
      <Textfield
        ref={field}
        label={m.parts_linkAddress()}
        description={m.parts_linkDescription()}
        value={address}
        error={error}
        inputMode="url"
        autoComplete="off"
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          save()
        }}
      />
    </Modal>
  )
}

/** An address as people write it («www.helsenorge.no», «post@elvestrand.example») as a safe link. */
function toHref(address: string): string | undefined {
  const text = address.trim()
  if (text === '') return undefined
  if (/^[a-z][a-z\d+.-]*:/i.test(text) || text.startsWith('/')) return safeHref(text)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeHref(`mailto:${text}`)
  return /^[^\s/]+\.[^\s/]+/.test(text) ? safeHref(`https://${text}`) : undefined
}
