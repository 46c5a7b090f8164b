import { useEffect, useRef, useState } from 'react'
import type { FileReference } from '#api/files/contract.ts'
import { uploadErrorText } from './upload-error.ts'
import { uploadFile } from './upload-file.ts'

/** A file that is being stored, or could not be. */
export interface Upload {
  key: number
  file: File
  /** Share sent so far, 0 to 1. */
  share: number
  /** Why it stopped, for the person. */
  error?: string
  stop: AbortController
}

let lastKey = 0

/** Stores files one after another's choice, in parallel; `onStored` is told of each as it is done. */
export function useUploads(onStored: (file: FileReference) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const stored = useRef(onStored)
  useEffect(() => {
    stored.current = onStored
  }, [onStored])

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  const drop = (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key))

  async function send({ key, file, stop }: Upload) {
    try {
      const result = await uploadFile(file, {
        onProgress: (share) => change(key, { share }),
        signal: stop.signal,
      })
      drop(key)
      stored.current({ id: result.id, name: result.name, mediaType: result.mediaType, size: result.size })
    } catch (error) {
      if (!stop.signal.aborted) change(key, { error: uploadErrorText(error) })
    }
  }

  return {
    uploads,
    start: (files: File[]) => {
      const started = files.map((file) => ({ key: ++lastKey, file, share: 0, stop: new AbortController() }))
      setUploads((all) => [...all, ...started])
      for (const upload of started) void send(upload)
    },
    retry: (upload: Upload) => {
      const again = { ...upload, share: 0, error: undefined }
      change(upload.key, again)
      void send(again)
    },
    cancel: (upload: Upload) => {
      upload.stop.abort()
      drop(upload.key)
    },
  }
}
