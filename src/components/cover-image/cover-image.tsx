import { useEffect, useRef, useState } from 'react'
import { FileImage } from '../rich-text/file-image.tsx'
import styles from './cover-image.module.css'

/** A picture above a text. */
export interface CoverImageValue {
  fileId: string
  /** What the picture shows, for those who do not see it. */
  altText: string
  /** Pixels. */
  width: number
  height: number
}

/** How far outside the window a picture is fetched, so that it is there when one comes to it. */
const margin = '400px'

/** A cover, fetched when it comes near. Its place is kept free, so that nothing jumps. */
export function CoverImage({ fileId, altText, width, height }: CoverImageValue) {
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(() => typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    if (isNear || frame.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: margin },
    )
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [isNear])

  return (
    <div ref={frame} className={styles.frame} style={{ aspectRatio: `${width} / ${height}` }}>
      {isNear ? (
        <FileImage fileId={fileId} alt={altText} width={width} height={height} />
      ) : (
        <img alt={altText} width={width} height={height} />
      )}
    </div>
  )
}
