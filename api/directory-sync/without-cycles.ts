/**
 * Leaves out of "who is whose manager" what makes a circle, so that every way upwards comes to an end: of those in a
 * circle, the one whose id comes first has no manager.
 * @param managers by person. @returns the same without circles, and how many links were left out.
 */
export function withoutCycles(managers: ReadonlyMap<string, string>): {
  managers: Map<string, string>
  leftOut: number
} {
  const kept = new Map(managers)
  const done = new Set<string>()
  let leftOut = 0
  for (const start of managers.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !done.has(at) && !onPath.has(at)) {
      path.push(at)
      onPath.add(at)
      at = kept.get(at)
    }
    if (at !== undefined && onPath.has(at)) {
      const [first] = path.slice(path.indexOf(at)).toSorted()
      if (first !== undefined) kept.delete(first)
      leftOut++
    }
    for (const id of path) done.add(id)
  }
  return { managers: kept, leftOut }
}
