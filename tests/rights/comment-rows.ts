import { paragraph } from '../news-posts.ts'
import type { Fixtures } from './fixtures.ts'
import { everyoneWith, managers, recipients, seesPost, valueCount, type Row } from './row.ts'

const thread = (f: Fixtures) => `/v1.0/newsPosts/${f.post.id}/comments`
const one = (f: Fixtures) => `${thread(f)}/${f.comment.id}`
const question = (f: Fixtures) => `${thread(f)}/${f.question.id}`
const text = { body: paragraph('Hei') }

/** Everyone the post reaches and everyone who manages it, the same status. */
const seersWith = (status: number) => everyoneWith(status, [...recipients, ...managers])
/** Only the writer. */
const writerOnly = (status: number) => ({ ...seersWith(403), 'kari.nilsen': status })
/** Only those who answer for the post. */
const managersOnly = (status: number) => ({ ...seersWith(403), ...everyoneWith(status, managers) })

/** Rights on comments, questions, mentions and reactions of the post. */
export const commentRows: Row[] = [
  {
    resource: 'comments',
    action: 'list',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(thread(f)),
  },
  {
    resource: 'comments',
    action: 'list, of a draft',
    status: 404,
    except: everyoneWith(200, ['ola.bakken', ...managers]),
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.draft.id}/comments`),
  },
  {
    resource: 'comments',
    action: 'count',
    status: 404,
    except: seesPost,
    call: (as, f) => as.get(`${thread(f)}/$count`),
  },
  { resource: 'comments', action: 'read', status: 404, except: seesPost, call: (as, f) => as.get(one(f)) },
  {
    resource: 'comments',
    action: 'read below another post',
    status: 404,
    call: (as, f) => as.get(`/v1.0/newsPosts/${f.archived.id}/comments/${f.comment.id}`),
  },
  {
    resource: 'comments',
    action: 'write',
    status: 404,
    except: seersWith(201),
    call: (as, f) => as.post(thread(f), text),
  },
  {
    resource: 'comments',
    action: 'ask',
    status: 404,
    except: seersWith(201),
    call: (as, f) => as.post(thread(f), { ...text, kind: 'question' }),
  },
  {
    resource: 'comments',
    action: 'write on what is not out any more',
    status: 404,
    except: seersWith(403),
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.archived.id}/comments`, text),
  },
  {
    resource: 'comments',
    action: 'change',
    status: 404,
    except: writerOnly(204),
    call: (as, f) => as.patch(one(f), text, { 'if-match': f.comment.etag }),
  },
  {
    resource: 'comments',
    action: 'delete',
    status: 404,
    except: writerOnly(204),
    call: (as, f) => as.delete(one(f)),
  },
  {
    resource: 'comments',
    action: 'remove',
    status: 404,
    except: managersOnly(200),
    call: (as, f) => as.post(`${one(f)}/remove`, { reason: 'Feil sted' }),
  },
  {
    resource: 'comments',
    action: 'restore what is there',
    status: 404,
    except: writerOnly(409),
    call: (as, f) => as.post(`${one(f)}/restore`),
  },
  {
    resource: 'comments',
    action: 'answer',
    status: 404,
    except: managersOnly(201),
    call: (as, f) => as.post(`${question(f)}/answer`, text),
  },
  {
    resource: 'comments',
    action: 'wonder about the same',
    status: 404,
    except: { ...seersWith(200), 'kari.nilsen': 403 },
    call: (as, f) => as.post(`${question(f)}/sameQuestion`),
  },
  {
    resource: 'comments',
    action: 'not wonder any more',
    status: 404,
    except: { ...seersWith(200), 'kari.nilsen': 403 },
    call: (as, f) => as.post(`${question(f)}/unsetSameQuestion`),
  },
  {
    resource: 'me',
    action: 'mentions',
    status: 0,
    except: { 'ingrid.solberg': 1 },
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/me/mentions?$filter=target/id eq ${f.post.id}`),
  },
  {
    resource: 'me',
    action: 'count mentions',
    status: 0,
    except: { 'ingrid.solberg': 1 },
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/me/mentions/$count?$filter=target/id eq ${f.post.id}`),
  },
  {
    resource: 'me',
    action: 'mark a mention as seen',
    status: 404,
    except: { 'ingrid.solberg': 204 },
    call: (as, f) => as.post(`/v1.0/me/mentions/${f.comment.id}/markSeen`),
  },
  {
    resource: 'me',
    action: 'answers to my questions',
    status: 0,
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/me/newsQuestions?$filter=target/id eq ${f.post.id}`),
  },
  {
    resource: 'me',
    action: 'count answers to my questions',
    status: 200,
    call: (as) => as.get('/v1.0/me/newsQuestions/$count'),
  },
  {
    resource: 'me',
    action: 'mark as seen an answer that is not there',
    status: 404,
    call: (as, f) => as.post(`/v1.0/me/newsQuestions/${f.question.id}/markSeen`),
  },
  {
    resource: 'me',
    action: 'questions to answer',
    status: 0,
    except: everyoneWith(1, managers),
    says: valueCount,
    call: (as, f) => as.get(`/v1.0/me/openNewsQuestions?$filter=target/id eq ${f.post.id}`),
  },
  {
    resource: 'me',
    action: 'count questions to answer',
    status: 0,
    except: everyoneWith(1, managers),
    says: async (response) => Number(await response.text()),
    call: (as, f) => as.get(`/v1.0/me/openNewsQuestions/$count?$filter=target/id eq ${f.post.id}`),
  },
  {
    resource: 'reactions',
    action: 'react',
    status: 404,
    except: seersWith(204),
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.post.id}/setReaction`, { reaction: 'useful' }),
  },
  {
    resource: 'reactions',
    action: 'react to what is not out any more',
    status: 404,
    except: seersWith(403),
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.archived.id}/setReaction`, { reaction: 'useful' }),
  },
  {
    resource: 'reactions',
    action: 'take back',
    status: 404,
    except: seersWith(204),
    call: (as, f) => as.post(`/v1.0/newsPosts/${f.post.id}/unsetReaction`),
  },
]
