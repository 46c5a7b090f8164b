import { Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { ImageIcon, PencilIcon, TrashIcon } from '@navikt/aksel-icons'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { maxAltTextLength } from '#api/files/contract.ts'
import { requestBlob } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'
import { Loading } from '../../ui/loading.tsx'
import { useUndo, type Withdraw } from '../../ui/undo-context.ts'
import { DropZone } from '../attachments/drop-zone.tsx'
import { UploadRow } from '../attachments/upload-row.tsx'
import { useUploads } from '../attachments/use-uploads.ts'
import { CoverImage, type CoverImageValue } from './cover-image.tsx'
import { drawCover, readPicture, type CropArea } from './cover-picture.ts'
import { pictureErrorText } from './picture-error.ts'
import styles from './cover-image.module.css'

const CropEditor = lazy(async () => {
  const { CropEditor } = await import('./crop-editor.tsx')
  return { default: CropEditor }
})

interface CoverImageFieldProps {
  /** Id of the field for the alternative text; while there is no picture, of the button that chooses one. */
  id: string
  value: CoverImageValue | null
  onChange: (value: CoverImageValue | null) => void
  /** What is wrong: that the picture lacks its text, mostly. */
  error?: string
}

/** A picture that is open, to be cropped. */
interface OpenPicture {
  picture: Blob
  size: { width: number; height: number }
}

/**
 * Chooses a cover: a picture picked, dropped, pasted or taken with the phone's camera, cropped to the shape of a cover
 * in the browser, and stored with the text that stands for it.
 */
export function CoverImageField({ id, value, onChange, error }: CoverImageFieldProps) {
  const { offerUndo } = useUndo()
  const picker = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const altField = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [open, setOpen] = useState<OpenPicture>()
  const [problem, setProblem] = useState<string>()
  /** The picture before it was cropped, as long as the page is open. */
  const original = useRef<Blob>(undefined)
  const latest = useRef({ value, onChange })
  const withdraw = useRef<Withdraw>(undefined)
  useEffect(() => {
    latest.current = { value, onChange }
  }, [value, onChange])
  // What is gone with the page cannot be put back into it.
  useEffect(() => () => withdraw.current?.(), [])

  const { uploads, start, retry, cancel } = useUploads(({ id: fileId, width, height }) => {
    if (width === null || height === null) return
    withdraw.current?.()
    const { altText = '' } = latest.current.value ?? {}
    latest.current.onChange({ fileId, altText, width, height })
    // When the field is drawn.
    setTimeout(() => altField.current?.focus())
  })
  const [upload] = uploads

  async function show(getPicture: () => Promise<Blob>) {
    setProblem(undefined)
    try {
      const picture = await getPicture()
      setOpen({ picture, size: await readPicture(picture) })
      original.current = picture
    } catch (reason) {
      setProblem(pictureErrorText(reason))
    }
  }

  async function store(area: CropArea) {
    if (open === undefined) return
    try {
      const file = await drawCover(open.picture, area, m.cover_fileName())
      setOpen(undefined)
      start([file])
    } catch (reason) {
      setProblem(pictureErrorText(reason))
    }
  }

  function remove() {
    const removed = value
    onChange(null)
    setTimeout(() => opener.current?.focus())
    withdraw.current = offerUndo({
      text: m.cover_removed(),
      undo: async () => latest.current.onChange(removed),
    })
  }

  /** The picture as it was chosen, else what is stored of it. */
  const cropAgain = ({ fileId }: CoverImageValue) =>
    show(async () => original.current ?? requestBlob(`/v1.0/files/${fileId}/content`))

  return (
    <DropZone
      className={styles.field}
      onFiles={([file]) => {
        if (file !== undefined && upload === undefined) void show(async () => file)
      }}
    >
      {value !== null && open === undefined && <CoverImage {...value} />}
      {open !== undefined && (
        <Suspense fallback={<Loading label={m.cover_opening()}>{null}</Loading>}>
          <CropEditor
            picture={open.picture}
            size={open.size}
            onDone={(area) => void store(area)}
            onCancel={() => {
              setOpen(undefined)
              setTimeout(() => opener.current?.focus())
            }}
          />
        </Suspense>
      )}
      {upload !== undefined && (
        <ul className={styles.upload}>
          <UploadRow upload={upload} onRetry={() => retry(upload)} onCancel={() => cancel(upload)} />
        </ul>
      )}
      {open === undefined && upload === undefined && (
        <div className={styles.actions}>
          <Button
            ref={opener}
            id={value === null ? id : undefined}
            type="button"
            variant={value === null ? 'secondary' : 'tertiary'}
            onClick={() => picker.current?.click()}
          >
            <ImageIcon aria-hidden />
            {value === null ? m.cover_choose() : m.cover_chooseOther()}
          </Button>
          {value === null ? (
            <span className={styles.hint}>{m.cover_dropHint()}</span>
          ) : (
            <>
              <Button type="button" variant="tertiary" onClick={() => void cropAgain(value)}>
                <PencilIcon aria-hidden />
                {m.cover_cropAgain()}
              </Button>
              <Button type="button" variant="tertiary" data-color="neutral" onClick={remove}>
                <TrashIcon aria-hidden />
                {m.cover_remove()}
              </Button>
            </>
          )}
        </div>
      )}
      <div role="alert">{problem !== undefined && <ValidationMessage>{problem}</ValidationMessage>}</div>
      {value !== null && (
        <Textfield
          ref={altField}
          id={id}
          label={m.cover_altLabel()}
          description={m.cover_altHelp()}
          value={value.altText}
          maxLength={maxAltTextLength}
          required
          error={error}
          onChange={(event) => onChange({ ...value, altText: event.target.value })}
        />
      )}
      {value === null && error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label={m.cover_choose()}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void show(async () => file)
        }}
      />
    </DropZone>
  )
}
