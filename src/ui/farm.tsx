import styles from './farm.module.css'

/** More windows than these the house does not have. */
const windowCount = 9

/** In the order they are lit; the first three are not in a row, so that they look like a home. */
const windows = [
  { x: 163, y: 48 },
  { x: 183, y: 48 },
  { x: 230, y: 48 },
  { x: 209, y: 48 },
  { x: 163, y: 73 },
  { x: 183, y: 73 },
  { x: 237, y: 73 },
  { x: 185, y: 22 },
  { x: 216, y: 22 },
]
/** Above this line is the roof: its windows are seen only when there is light in them. */
const eaves = 43

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
    <svg className={styles.farm} viewBox="0 0 484 95" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <g className={styles.neighbours}>
        <Storehouse />
        <Tree />
        <Barn />
      </g>
      <g className={styles.house}>
        <path className={styles.roof} d="M172 0h11v14h-11zM230 0h11v14h-11z" />
        <rect className={styles.wall} x="152" y="42" width="108" height="53" />
        <path className={styles.roof} d="M153 11h106l11 32H142z" />
        <rect className={styles.roof} x="209" y="72" width="16" height="23" />
        {windows.map(({ x, y }, index) => (
          <rect
            key={`${x}-${y}`}
            className={styles.window}
            data-lit={index < lit || undefined}
            data-attic={y < eaves || undefined}
            x={x}
            y={y}
            width="11"
            height="12"
          />
        ))}
      </g>
    </svg>
  )
}

function Storehouse() {
  return (
    <>
      <path className={styles.roof} d="M22 84h8v11h-8zM55 84h8v11h-8z" />
      <rect className={styles.woodDark} x="20" y="62" width="44" height="23" />
      <path className={styles.wood} d="M11 36 42 13l31 23v28H11z" />
      <path className={styles.roof} d="m42 6 42 32-5 7-37-28L5 45l-5-7z" />
      <rect className={styles.pane} x="37" y="42" width="11" height="12" />
    </>
  )
}

function Tree() {
  return (
    <>
      <rect className={styles.roof} x="108" y="60" width="4" height="35" />
      <g className={styles.leaves}>
        <circle cx="110" cy="30" r="19" />
        <circle cx="95" cy="50" r="15" />
        <circle cx="125" cy="50" r="15" />
        <rect x="95" y="40" width="30" height="25" />
      </g>
    </>
  )
}

function Barn() {
  return (
    <>
      <path className={styles.shade} d="m452 70 32 25h-32z" />
      <rect className={styles.barn} x="294" y="50" width="158" height="45" />
      <path className={styles.roof} d="M301 15h145l18 38H283z" />
      <g className={styles.pane}>
        <rect x="312" y="66" width="11" height="12" />
        <rect x="424" y="66" width="11" height="12" />
      </g>
      <path className={styles.trim} d="M352 64h42v31h-4V68h-15v27h-4V68h-15v27h-4z" />
    </>
  )
}
