import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { User } from '#api/users/contract.ts'
import { page, request } from '../../../lib/request.ts'

const Reader = z.pick(User, { id: true, displayName: true, jobTitle: true, department: true })

/** People to see a post as. */
export const typicalReaderQueries = {
  /** Somebody whose main position is in a unit; none when everybody in it belongs to a unit below. */
  inUnit: (unitId: string) =>
    queryOptions({
      queryKey: ['users', 'typicalReader', unitId],
      queryFn: async ({ signal }) => {
        const query = {
          $filter: `accountEnabled eq true and orgUnitId eq ${unitId}`,
          $select: 'id,displayName,jobTitle,department',
          // The leader is the first in few lists.
          $orderby: 'jobTitle desc',
          $top: 1,
        }
        return (await request(page(Reader), '/v1.0/users', { query, signal })).value
      },
      staleTime: Infinity,
    }),
}
