import { type Row, valueCount } from './row.ts'

/** Rights on what came from colleagues who left: one's own, and for who administers what came to nobody. */
export const handoverRows: Row[] = [
  {
    resource: 'handovers',
    action: 'list what came to the leader',
    status: 0,
    except: { 'ingrid.solberg': 1 },
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/me/handovers?$filter=target/id eq ${f.draft.id}`),
  },
  {
    resource: 'handovers',
    action: 'list what came to nobody',
    status: 0,
    except: { 'jon.strand': 1 },
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/me/handovers?$filter=target/id eq ${f.post.id}`),
  },
  {
    resource: 'handovers',
    action: 'count what came to the leader',
    status: 0,
    except: { 'ingrid.solberg': 1 },
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/me/handovers/$count?$filter=target/id eq ${f.draft.id}`),
  },
]
