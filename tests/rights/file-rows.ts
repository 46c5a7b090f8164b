import { type Row, seesPost } from './row.ts'

/** Rights on files. */
export const fileRows: Row[] = [
  {
    resource: 'files',
    action: 'read of a post',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`/v1.0/files/${f.attachedFileId}`),
  },
  {
    resource: 'files',
    action: 'download of a post',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`/v1.0/files/${f.attachedFileId}/content`),
  },
  {
    resource: 'files',
    action: 'read a loose one',
    status: 404,
    except: { 'kari.nilsen': 200 },
    call: (as, f) => as.get(`/v1.0/files/${f.looseFileId}`),
  },
  {
    resource: 'files',
    action: 'download a loose one',
    status: 404,
    except: { 'kari.nilsen': 200 },
    call: (as, f) => as.get(`/v1.0/files/${f.looseFileId}/content`),
  },
  {
    resource: 'files',
    action: 'delete a loose one',
    status: 404,
    except: { 'kari.nilsen': 204 },
    call: (as, f) => as.delete(`/v1.0/files/${f.looseFileId}`),
  },
  {
    resource: 'files',
    action: 'put a stranger’s on a post',
    status: 422,
    except: { 'kari.nilsen': 201 },
    call: (as, f) => as.post('/v1.0/newsPosts', { title: 'Hei', attachmentIds: [f.looseFileId] }),
  },
  {
    resource: 'files',
    action: 'start an upload',
    status: 200,
    call: (as) => as.post('/v1.0/files/createUploadSession', { item: { name: 'a.txt', fileSize: 3 } }),
  },
]
