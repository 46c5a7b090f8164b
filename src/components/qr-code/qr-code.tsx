import { encodeQR } from 'qr'

interface QrCodeProps {
  /** What a phone reads from it: mostly the address it leads to. */
  content: string
  /** How much of it may be hidden by a thumb or a fold: a quarter, or half of that for what is long. */
  robustness?: 'quartile' | 'medium'
  /** What it is, for those who do not see it. */
  label: string
}

/** Cells left white around the code; readers need them to find it. */
const quietZone = 4

/** A QR code, sharp at any size. */
export function QrCode({ content, label, robustness = 'quartile' }: QrCodeProps) {
  const rows = encodeQR(content, 'raw', { ecc: robustness, border: quietZone })
  // One path of all dark cells, drawn row by row.
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn in place, so that it is sharp on paper
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
