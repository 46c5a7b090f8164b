import styles from './farm.module.css'

/** More windows than these the house does not have. */
const windowCount = 9

/** The order in which windows are lit: upper floor first, spread, so that three look like a home. */
const windows = [
  { x: 132, y: 47 },
  { x: 148, y: 47 },
  { x: 172, y: 47 },
  { x: 188, y: 47 },
  { x: 132, y: 70 },
  { x: 148, y: 70 },
  { x: 188, y: 70 },
  { x: 152, y: 24 },
  { x: 168, y: 24 },
]

interface FarmProps {
  /** Number of things that wait; as many windows are lit, nine at the most. */
  waiting: number
}

/**
 * The farm above the front page's yard: storehouse, yard tree, white house and red barn; on phones only the
 * house. Decoration: the yard's heading says the same in words.
 */
export function Farm({ waiting }: FarmProps) {
  const lit = Math.min(waiting, windowCount)
  return (
    <svg className={styles.farm} viewBox="0 0 372 96" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <g className={styles.neighbours}>
        <Storehouse />
        <Tree />
        <Barn />
      </g>
      <g className={styles.house}>
        <path className={styles.roof} d="M141 2h8v12h-8zM187 2h8v12h-8z" />
        <rect className={styles.wall} x="124" y="38" width="84" height="58" />
        <path className={styles.roof} d="M126 10h80l10 29H116z" />
        <rect className={styles.roof} x="167" y="76" width="13" height="20" />
        {windows.map(({ x, y }, index) => (
          <rect
            key={`${x}-${y}`}
            className={styles.window}
            data-lit={index < lit || undefined}
            data-attic={y < 38 || undefined}
            x={x}
            y={y}
            width="9"
            height="10"
          />
        ))}
      </g>
    </svg>
  )
}

function Storehouse() {
  return (
    <>
      <path className={styles.roof} d="M22 86h6v10h-6zM46 86h6v10h-6z" />
      <rect className={styles.woodDark} x="18" y="62" width="38" height="25" />
      <path className={styles.wood} d="M10 38 37 15l27 23v26H10z" />
      <path className={styles.roof} d="m37 8 37 30-4 6-33-27L4 44l-4-6z" />
      <rect className={styles.pane} x="32" y="38" width="10" height="11" />
    </>
  )
}

function Tree() {
  return (
    <>
      <rect className={styles.roof} x="94" y="70" width="4" height="26" />
      <g className={styles.leaves}>
        <circle cx="96" cy="30" r="17" />
        <circle cx="83" cy="49" r="14" />
        <circle cx="109" cy="49" r="14" />
        <circle cx="96" cy="54" r="14" />
      </g>
    </>
  )
}

function Barn() {
  return (
    <>
      <path className={styles.shade} d="m342 72 28 24h-28z" />
      <rect className={styles.barn} x="232" y="50" width="112" height="46" />
      <path className={styles.roof} d="M240 15h96l17 38H224z" />
      <g className={styles.pane}>
        <rect x="246" y="66" width="10" height="11" />
        <rect x="320" y="66" width="10" height="11" />
      </g>
      <path className={styles.trim} d="M272 64h34v32h-3V67h-12.5v29h-3V67H275v29h-3z" />
    </>
  )
}
