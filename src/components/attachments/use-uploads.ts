import { useEffect, useRef, useState } from 'react'
import type { File as StoredFile } from '#api/files/contract.ts'
import { uploadErrorText } from './upload-error.ts'
import { uploadFile } from './upload-file.ts'
import { discardSession } from './upload-session.ts'

/** Files sent at the same time; the rest wait their turn. */
const maxParallel = 3

/** A file that is being stored, or could not be. */
export interface Upload {
  key: number
  file: File
  /** Share that has arrived, 0 to 1. */
  share: number
  /** Stands still until there is a network again. */
  isWaiting: boolean
  /** Why it stopped, for the person. */
  error?: string
  stop: AbortController
}

let lastKey = 0
const begin = (file: File): Upload => ({
  key: ++lastKey,
  file,
  share: 0,
  isWaiting: false,
  stop: new AbortController(),
})

/** Stores files, a few at a time; `onStored` is told of each as it is done. Leaving the page stops the rest. */
export function useUploads(onStored: (file: StoredFile) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef<Upload[]>([])
  const running = useRef(new Set<Upload>())
  const stored = useRef(onStored)
  useEffect(() => {
    stored.current = onStored
  }, [onStored])
  useEffect(() => {
    const { current: begun } = running
    return () => {
      queue.current = []
      for (const { stop } of begun) stop.abort()
    }
  }, [])

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  const drop = (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key))

  async function send({ key, file, stop }: Upload) {
    try {
      const result = await uploadFile(file, {
        onProgress: (share) => change(key, { share }),
        onWaiting: (isWaiting) => change(key, { isWaiting }),
        signal: stop.signal,
      })
      drop(key)
      stored.current(result)
    } catch (error) {
      if (!stop.signal.aborted) change(key, { isWaiting: false, error: uploadErrorText(error) })
    }
  }

  function sendNext() {
    while (running.current.size < maxParallel) {
      const next = queue.current.shift()
      if (next === undefined) return
      running.current.add(next)
      void send(next).then(() => {
        running.current.delete(next)
        sendNext()
      })
    }
  }

  return {
    uploads,
    /** Files that are on their way already are not sent twice. */
    start: (files: readonly File[]) => {
      const begun = files
        .filter((file) => !uploads.some((upload) => isSameFile(upload.file, file)))
        .map(begin)
      setUploads((all) => [...all, ...begun])
      queue.current.push(...begun)
      sendNext()
    },
    /** Goes on where it stopped. */
    retry: (upload: Upload) => {
      const again = { ...upload, error: undefined, stop: new AbortController() }
      change(upload.key, again)
      queue.current.push(again)
      sendNext()
    },
    cancel: (upload: Upload) => {
      upload.stop.abort()
      queue.current = queue.current.filter(({ key }) => key !== upload.key)
      drop(upload.key)
      // What is not given up here ends by itself within the hour.
      discardSession(upload.file).catch(() => undefined)
    },
  }
}

const isSameFile = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
