import type { HeavyExpression, LongSentence, Passive } from '#api/text/plain-language.ts'
import type { PlacedFinding } from './checked-field.ts'

/** The same words in one or more places. */
export interface FindingGroup<Finding> {
  /** Stays the same while the words are found. */
  key: string
  first: Finding
  all: Finding[]
}

/** The findings as the panel lists them. */
export interface GroupedFindings {
  longSentences: PlacedFinding<LongSentence>[]
  heavy: FindingGroup<PlacedFinding<HeavyExpression>>[]
  passive: FindingGroup<PlacedFinding<Passive>>[]
}

/** Sorts findings by kind, and puts the same words, whatever their capitals, under one head. */
export function groupFindings(findings: readonly PlacedFinding[]): GroupedFindings {
  const longSentences: PlacedFinding<LongSentence>[] = []
  const heavy: PlacedFinding<HeavyExpression>[] = []
  const passive: PlacedFinding<Passive>[] = []
  for (const finding of findings) {
    if (finding.kind === 'longSentence') longSentences.push(finding)
    else if (finding.kind === 'officialese') heavy.push(finding)
    else passive.push(finding)
  }
  return {
    longSentences,
    heavy: grouped(heavy, ({ text, replacement }) => `${text} → ${replacement}`),
    passive: grouped(passive, ({ text }) => text),
  }
}

function grouped<Finding>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): FindingGroup<Finding>[] {
  const groups = new Map<string, FindingGroup<Finding>>()
  for (const finding of findings) {
    const key = keyOf(finding).toLowerCase()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { key, first: finding, all: [finding] })
    else group.all.push(finding)
  }
  return [...groups.values()]
}
