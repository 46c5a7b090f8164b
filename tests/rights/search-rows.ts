import { everyoneWith, managers, recipients, type Row } from './row.ts'

const ask = (queryString: string, entityType: string) => ({
  requests: [{ entityTypes: [entityType], query: { queryString } }],
})

/** How many things a search found. */
async function hitCount(response: Response): Promise<number> {
  // The contract of the answer.
  const { value } = (await response.json()) as { value: { hitsContainers: { total: number }[] }[] }
  return value[0]?.hitsContainers[0]?.total ?? -1
}

/** How many of those found bear a name; others with nearly the same one may be found too. */
const namedCount = (name: string) => async (response: Response) => {
  // The contract of the answer.
  const { value } = (await response.json()) as {
    value: { hitsContainers: { hits: { resource: { displayName: string } }[] }[] }[]
  }
  const hits = value[0]?.hitsContainers[0]?.hits ?? []
  return hits.filter(({ resource }) => resource.displayName.replaceAll(/<\/?c0>/g, '') === name).length
}

/** Rights on the one search, and on what was searched for in vain. */
export const searchRows: Row[] = [
  {
    resource: 'search',
    action: 'ask',
    status: 200,
    call: (as) => as.post('/v1.0/search/query', ask('kari', 'user')),
  },
  {
    resource: 'search',
    action: 'find news to the nursing home, out and archived',
    status: 0,
    except: { ...everyoneWith(2, recipients), ...everyoneWith(2, managers) },
    says: hitCount,
    call: (as) => as.post('/v1.0/search/query', ask('Prøve av rettigheter', 'newsPost')),
  },
  {
    resource: 'search',
    action: 'find one who has left',
    status: 0,
    except: { 'hege.moen': 1, 'jon.strand': 1 },
    says: namedCount('Gunn Dahle'),
    call: (as) => as.post('/v1.0/search/query', ask('Gunn Dahle', 'user')),
  },
  {
    resource: 'search',
    action: 'find a unit',
    status: 1,
    says: hitCount,
    call: (as) => as.post('/v1.0/search/query', ask('Elvestrand sykehjem', 'orgUnit')),
  },
  {
    resource: 'searchMisses',
    action: 'count one',
    status: 204,
    call: (as) => as.post('/v1.0/searchMisses', { query: 'tjenestesykkel' }),
  },
  {
    resource: 'searchMisses',
    action: 'list',
    status: 403,
    except: { 'liv.dahl': 200 },
    call: (as) => as.get('/v1.0/searchMisses'),
  },
  {
    resource: 'searchMisses',
    action: 'count',
    status: 403,
    except: { 'liv.dahl': 200 },
    call: (as) => as.get('/v1.0/searchMisses/$count'),
  },
]
