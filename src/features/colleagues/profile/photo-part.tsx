import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { CameraIcon, TrashIcon } from '@navikt/aksel-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import type { UserProfile } from '#api/users/contract.ts'
import { readPicture, type CropArea } from '../../../components/cover-image/cover-picture.ts'
import { pictureErrorText } from '../../../components/cover-image/picture-error.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { m } from '../../../messages/messages.js'
import { Loading } from '../../../ui/loading.tsx'
import { useUndo } from '../../../ui/undo-context.ts'
import { drawPhotos, fetchPhotos, putPhotos, removePhoto, type Photos } from './photo-calls.ts'
import { saveErrorText } from './save-error.ts'
import { useRefreshPerson } from './use-save-profile.ts'
import styles from './profile-edit.module.css'

const CropEditor = lazy(async () => {
  const { CropEditor } = await import('../../../components/cover-image/crop-editor.tsx')
  return { default: CropEditor }
})

/** Fewest pixels across a photo that is sharp on a profile. */
const leastWidth = 240

/** Chooses one's own photo, crops it to a square, and takes it away again. */
export function PhotoPart({ person }: { person: UserProfile }) {
  const { offerUndo } = useUndo()
  const refresh = useRefreshPerson()
  const picker = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<{ picture: Blob; size: { width: number; height: number } }>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  /** Cropped, but not stored yet: kept when storing fails. */
  const [unsaved, setUnsaved] = useState<Photos>()

  async function attempt(work: () => Promise<void>) {
    setProblem(undefined)
    setBusy(true)
    try {
      await work()
    } catch (reason) {
      setProblem(reason instanceof ApiError ? saveErrorText(reason) : pictureErrorText(reason))
    } finally {
      setBusy(false)
    }
  }

  const show = (picture: Blob) => attempt(async () => setOpen({ picture, size: await readPicture(picture) }))

  const crop = (picture: Blob, area: CropArea) =>
    attempt(async () => {
      const photos = await drawPhotos(picture, area)
      setOpen(undefined)
      await store(photos)
    })

  async function store(photos: Photos) {
    setUnsaved(photos)
    const before = person.hasPhoto ? await fetchPhotos(person.id) : undefined
    await putPhotos(person.id, photos)
    setUnsaved(undefined)
    await refresh()
    opener.current?.focus()
    offerUndo({ text: m.profile_photoSaved(), undo: () => restore(before) })
  }

  const remove = () =>
    attempt(async () => {
      const before = await fetchPhotos(person.id)
      await removePhoto(person.id)
      await refresh()
      opener.current?.focus()
      offerUndo({ text: m.profile_photoRemoved(), undo: () => restore(before) })
    })

  async function restore(photos: Photos | undefined) {
    await (photos === undefined ? removePhoto(person.id) : putPhotos(person.id, photos))
    await refresh()
  }

  return (
    <div className={styles.field}>
      {open !== undefined && (
        <Suspense fallback={<Loading label={m.cover_opening()}>{null}</Loading>}>
          <CropEditor
            picture={open.picture}
            size={open.size}
            aspect={1}
            leastWidth={leastWidth}
            onDone={(area) => void crop(open.picture, area)}
            onCancel={() => {
              setOpen(undefined)
              setTimeout(() => opener.current?.focus())
            }}
          />
        </Suspense>
      )}
      {open === undefined && (
        <div className={styles.photoActions}>
          <Button
            ref={opener}
            type="button"
            variant="tertiary"
            loading={isBusy}
            onClick={() => picker.current?.click()}
          >
            <CameraIcon aria-hidden fontSize="1.25rem" />
            {person.hasPhoto ? m.profile_photoChange() : m.profile_photoChoose()}
          </Button>
          {person.hasPhoto && !isBusy && (
            <Button type="button" variant="tertiary" data-color="neutral" onClick={() => void remove()}>
              <TrashIcon aria-hidden fontSize="1.25rem" />
              {m.profile_photoRemove()}
            </Button>
          )}
          {unsaved !== undefined && !isBusy && (
            <Button type="button" variant="secondary" onClick={() => void attempt(() => store(unsaved))}>
              {m.ui_tryAgain()}
            </Button>
          )}
        </div>
      )}
      <div role="alert">{problem !== undefined && <ValidationMessage>{problem}</ValidationMessage>}</div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label={m.profile_photoChoose()}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void show(file)
        }}
      />
    </div>
  )
}
