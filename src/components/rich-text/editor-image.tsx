import { Textfield } from '@digdir/designsystemet-react'
import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { m } from '../../messages/messages.js'
import { FileImage } from './file-image.tsx'
import styles from './editor.module.css'

/** A picture while writing: the picture, and the field for what it shows. */
export function EditorImage({ node, updateAttributes }: NodeViewProps) {
  const { fileId, alt, width, height } = imageAttributes(node.attrs)
  return (
    <NodeViewWrapper className={styles.image} contentEditable={false}>
      <div data-drag-handle="">
        <FileImage fileId={fileId} alt={alt} width={width} height={height} />
      </div>
      <Textfield
        label={m.parts_imageAltLabel()}
        description={m.parts_imageAltDescription()}
        value={alt}
        maxLength={300}
        data-image-alt={fileId}
        error={alt.trim() === '' ? m.parts_imageAltMissing() : undefined}
        onChange={(event) => updateAttributes({ alt: event.target.value })}
      />
    </NodeViewWrapper>
  )
}

/** The attributes of an image node, with what is missing or wrong left empty. */
function imageAttributes(attrs: Record<string, unknown>) {
  return {
    fileId: typeof attrs.fileId === 'string' ? attrs.fileId : '',
    alt: typeof attrs.alt === 'string' ? attrs.alt : '',
    width: typeof attrs.width === 'number' ? attrs.width : undefined,
    height: typeof attrs.height === 'number' ? attrs.height : undefined,
  }
}
