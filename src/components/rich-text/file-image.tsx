import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { m } from '../../messages/messages.js'
import { requestBlob } from '../../lib/request.ts'
import styles from './document.module.css'

interface FileImageProps {
  fileId: string
  alt: string
  /** Pixels of the stored picture; keeps the place free while it loads. */
  width?: number
  height?: number
}

/** A stored picture. Its content needs the reader's token, so it cannot be named by a plain address. */
export function FileImage({ fileId, alt, width, height }: FileImageProps) {
  const { data, isError } = useQuery({
    queryKey: ['files', fileId, 'content'],
    queryFn: () => requestBlob(`/v1.0/files/${fileId}/content`),
    enabled: fileId !== '',
    staleTime: Infinity,
  })
  const show = useCallback(
    (image: HTMLImageElement) => {
      if (data === undefined) return
      const url = URL.createObjectURL(data)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [data],
  )

  if (isError || fileId === '') {
    return (
      <p className={styles.missingImage}>
        {alt === '' ? m.parts_imageMissing() : m.parts_imageMissingNamed({ alt })}
      </p>
    )
  }
  return <img ref={show} alt={alt} width={width} height={height} />
}
