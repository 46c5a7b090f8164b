import type { DeviationPatch, NewDeviation } from './contract.ts'

const textNames = [
  'title',
  'description',
  'place',
  'law',
  'immediateAction',
  'involvedRoles',
  'cause',
  'note',
] as const

/** The free texts of a report or a change, for the guard of identity numbers. */
export function textsOf(input: Partial<DeviationPatch>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name of textNames) if (typeof input[name] === 'string') texts[name] = input[name]
  for (const [at, why] of (input.whys ?? []).entries()) texts[`whys/${at}`] = why
  if (input.document) {
    const { title, version, section } = input.document
    texts['document'] = [title, version, section].join(' ')
  }
  return texts
}

/** Columns of what was reported that are written as they come; what is absent is not among them. */
export const reportedColumns = (input: Partial<NewDeviation>) => ({
  ...(input.place !== undefined && { place: input.place }),
  ...(input.document !== undefined && { document: input.document && JSON.stringify(input.document) }),
  ...(input.law !== undefined && { law: input.law }),
  ...(input.immediateAction !== undefined && { immediate_action: input.immediateAction }),
  ...(input.involvedRoles !== undefined && { involved_roles: input.involvedRoles }),
  ...(input.actualConsequences !== undefined && {
    actual_consequences: [...new Set(input.actualConsequences)],
  }),
  ...(input.possibleConsequences !== undefined && {
    possible_consequences: [...new Set(input.possibleConsequences)],
  }),
})
