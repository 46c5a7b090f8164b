/** Least room, in pixels, for a list below the line: three people. */
const leastRoom = 170
/** Between the line and the list, in pixels. */
const gap = 4
/** Between the list and the edge of the screen, in pixels. */
const margin = 8

/**
 * Puts a box, positioned inside its offset parent, below the line at `line`, or above where there is more room: a
 * phone's keyboard covers much of the screen. The box is made no higher than the room there is.
 */
export function placeNear(box: HTMLElement, line: DOMRect | null): void {
  const parent = box.offsetParent?.getBoundingClientRect()
  if (line === null || parent === undefined) return
  const screen = window.visualViewport
  const top = screen?.offsetTop ?? 0
  const bottom = top + (screen?.height ?? window.innerHeight)
  const below = bottom - line.bottom - gap - margin
  const above = line.top - top - gap - margin
  const isBelow = below >= leastRoom || below >= above
  box.style.maxBlockSize = `${Math.max(0, isBelow ? below : above)}px`
  const left = Math.min(line.left - parent.left, parent.width - box.offsetWidth)
  box.style.left = `${Math.max(0, left)}px`
  box.style.top = isBelow
    ? `${line.bottom - parent.top + gap}px`
    : `${line.top - parent.top - gap - box.offsetHeight}px`
}
