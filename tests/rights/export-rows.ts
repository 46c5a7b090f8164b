import type { Row } from './row.ts'

/** Rights on the export of what Tunet has about oneself. */
export const exportRows: Row[] = [
  {
    resource: 'export',
    action: 'get one’s own',
    status: 200,
    call: (as) => as.get('/v1.0/me/export'),
  },
  {
    resource: 'export',
    action: 'find somebody else in one’s own profile',
    status: 0,
    except: { 'kari.nilsen': 1 },
    says: async (response) => {
      const { profile } = (await response.json()) as { profile: { displayName: string }[] }
      return profile.filter(({ displayName }) => displayName === 'Kari Nilsen').length
    },
    call: (as) => as.get('/v1.0/me/export'),
  },
  {
    resource: 'export',
    action: 'get somebody else’s',
    status: 404,
    call: (as, f) => as.get(`/v1.0/users/${f.kariId}/export`),
  },
]
