import { queryOptions } from '@tanstack/react-query'
import { Organization } from '#api/organization/contract.ts'
import { Me } from '#api/users/contract.ts'
import { page, request } from '../../lib/request.ts'

/** The person who is signed in, with what the areas offer this person. */
export const viewerQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => request(Me, '/v1.0/me'),
  staleTime: 10 * 60_000,
})

/** The municipality: its name, its titles, its colours. A collection with one thing in it, as Graph has it. */
export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: async () => {
    const { value } = await request(page(Organization), '/v1.0/organization')
    return value[0] ?? null
  },
  staleTime: Infinity,
})
