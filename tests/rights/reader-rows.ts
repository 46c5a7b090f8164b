import { type Row, seesPost } from './row.ts'

/** Rights on what readers take with them from news. */
export const readerRows: Row[] = [
  {
    resource: 'newsPosts',
    action: 'take the last day to the calendar',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.post.id}/calendar`),
  },
]
