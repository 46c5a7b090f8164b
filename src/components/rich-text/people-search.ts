import * as z from 'zod/mini'
import { UserReference } from '#api/users/contract.ts'
import { page, request } from '../../lib/request.ts'

/** Finds people by parts of their names, in the order they are offered. */
export type SearchPeople = (text: string, signal: AbortSignal) => Promise<UserReference[]>

/** How many people are offered at a time: what fits above the keyboard of a phone. */
const maxSuggestions = 6

/** Asks the directory. @throws {ApiError} */
export const searchDirectory: SearchPeople = async (text, signal) => {
  const { value } = await request(page(UserReference), '/v1.0/users', {
    query: {
      $search: `"displayName:${text.replaceAll(/["\\]/g, '')}"`,
      $filter: 'accountEnabled eq true',
      $select: z.keyof(UserReference).options.join(','),
      $top: maxSuggestions,
    },
    signal,
  })
  return value
}
