import { encodeQR } from 'qr'

interface QrCodeProps {
  /** The address it leads to. */
  address: string
  /** What it is, for those who do not see it. */
  label: string
}

/** Cells left white around the code; readers need them to find it. */
const quietZone = 4

/** An address as a QR code, sharp at any size. A quarter of it may be hidden by a thumb or a fold. */
export function QrCode({ address, label }: QrCodeProps) {
  const rows = encodeQR(address, 'raw', { ecc: 'quartile', border: quietZone })
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
