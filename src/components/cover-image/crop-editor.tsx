import 'react-image-crop/dist/ReactCrop.css'
import { Button } from '@digdir/designsystemet-react'
import { useCallback, useId, useState } from 'react'
import { ReactCrop } from 'react-image-crop'
import { m } from '../../messages/messages.js'
import {
  areaOf,
  coverAspect,
  middleOf,
  placeOf,
  smallWidth,
  type AreaPlace,
  type CropArea,
} from './cover-picture.ts'
import styles from './cover-image.module.css'

interface CropEditorProps {
  picture: Blob
  /** Pixels of the picture, as it is shown. */
  size: { width: number; height: number }
  /** Width by height of the part; the shape of a cover when left out. */
  aspect?: number
  /** Fewest pixels across the part that do not look blurred. */
  leastWidth?: number
  onDone: (area: CropArea) => void
  onCancel: () => void
}

/** Chooses the part of a picture to show: by dragging, by the arrow keys, or by sliders for those who do neither. */
export function CropEditor(props: CropEditorProps) {
  const { picture, size, aspect = coverAspect, leastWidth = smallWidth, onDone, onCancel } = props
  const [area, setArea] = useState(() => middleOf(size, aspect))
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(picture)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [picture],
  )
  const place = placeOf(size, area, aspect)
  const move = (part: Partial<AreaPlace>) => setArea(areaOf(size, { ...place, ...part }, aspect))

  return (
    <fieldset className={styles.crop}>
      <legend className="ds-sr-only">{m.cover_cropTitle()}</legend>
      <p className={styles.cropTitle}>{m.cover_cropHelp()}</p>
      <ReactCrop
        className={styles.stage}
        aspect={aspect}
        keepSelection
        ruleOfThirds
        minWidth={64}
        crop={{ unit: '%', ...area }}
        ariaLabels={{
          cropArea: m.cover_cropArea(),
          nwDragHandle: m.cover_handleNw(),
          neDragHandle: m.cover_handleNe(),
          swDragHandle: m.cover_handleSw(),
          seDragHandle: m.cover_handleSe(),
          nDragHandle: m.cover_handleN(),
          eDragHandle: m.cover_handleE(),
          sDragHandle: m.cover_handleS(),
          wDragHandle: m.cover_handleW(),
        }}
        onChange={(_, { x, y, width, height }) => setArea({ x, y, width, height })}
      >
        <img ref={show} alt={m.cover_cropPicture()} width={size.width} height={size.height} />
      </ReactCrop>
      <div className={styles.sliders}>
        <Slider
          label={m.cover_cropSize()}
          value={place.size}
          min={0.2}
          onChange={(next) => move({ size: next })}
        />
        <Slider
          label={m.cover_cropX()}
          value={place.x}
          isDisabled={area.width > 99.9}
          onChange={(x) => move({ x })}
        />
        <Slider
          label={m.cover_cropY()}
          value={place.y}
          isDisabled={area.height > 99.9}
          onChange={(y) => move({ y })}
        />
      </div>
      <output className={styles.small}>
        {(area.width / 100) * size.width < leastWidth && m.cover_cropSmall()}
      </output>
      <div className={styles.actions}>
        <Button type="button" onClick={() => onDone(area)}>
          {m.cover_cropDone()}
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {m.cover_cancel()}
        </Button>
      </div>
    </fieldset>
  )
}

interface SliderProps {
  label: string
  /** Share, 0 to 1. */
  value: number
  min?: number
  isDisabled?: boolean
  onChange: (value: number) => void
}

function Slider({ label, value, min = 0, isDisabled, onChange }: SliderProps) {
  const id = useId()
  const percent = Math.round(value * 100)
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min * 100}
        max={100}
        value={percent}
        disabled={isDisabled}
        aria-valuetext={`${percent} %`}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
    </div>
  )
}
