// @vitest-environment node
import { Parser } from 'htmlparser2'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Caller, describeApi } from '#tests/call-api.ts'
import { aComment, aQuestion } from '#tests/comments.ts'
import { aPost, everyone, paragraph } from '#tests/news-posts.ts'
import { demoPerson } from '#tests/tokens.ts'
import { resources } from './routes.ts'

interface CsdlProperty {
  type: string
  nullable: boolean
}
/** Types by name, as a client that knows nothing else reads them. */
interface Csdl {
  types: Map<string, Map<string, CsdlProperty>>
  navigation: Set<string>
  sets: Map<string, string>
  actions: { name: string; target: string }[]
}

/** Reads the document and checks on the way that every element is closed where it must be. */
function readCsdl(xml: string): Csdl {
  const csdl: Csdl = { types: new Map(), navigation: new Set(), sets: new Map(), actions: [] }
  const open: { name: string; attributes: Record<string, string> }[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = open.at(-1)
        open.push({ name, attributes })
        const own = attributes['Name'] ?? ''
        if (name === 'EntityType' || name === 'ComplexType') {
          expect(csdl.types.has(own), `${own} is declared twice`).toBe(false)
          csdl.types.set(own, new Map())
        } else if (name === 'Property') {
          const members = csdl.types.get(parent?.attributes['Name'] ?? '')
          expect(members?.has(own), `${own} is declared twice`).toBe(false)
          members?.set(own, { type: attributes['Type'] ?? '', nullable: attributes['Nullable'] !== 'false' })
        } else if (name === 'NavigationProperty') {
          csdl.navigation.add(`${parent?.attributes['Name']}/${own}`)
        } else if (name === 'EntitySet') csdl.sets.set(own, attributes['EntityType'] ?? '')
        else if (name === 'Parameter') {
          csdl.actions.push({ name: parent?.attributes['Name'] ?? '', target: attributes['Type'] ?? '' })
        }
      },
      onclosetag(name, isImplied) {
        expect([open.pop()?.name, isImplied && !xml.includes(`<${name}`)]).toEqual([name, false])
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  expect(open).toEqual([])
  return csdl
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isInteger = (value: unknown) => Number.isInteger(value)
/** Whether a value on the wire is one of the type. */
const fits: Record<string, (value: unknown) => boolean> = {
  'Edm.String': isText,
  'Edm.Guid': (value) => isText(value) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': isInteger,
  'Edm.Int64': isInteger,
  'Edm.DateTimeOffset': (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
  'Edm.Date': (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value),
  'Edm.Untyped': () => true,
}

/** What of an entity the document does not describe, or describes otherwise. */
function misfits(csdl: Csdl, typeName: string, entity: object, computed: readonly string[]): string[] {
  const properties = csdl.types.get(typeName)
  return Object.entries(entity).flatMap(([name, value]) => {
    if (name.startsWith('@') || computed.includes(name) || csdl.navigation.has(`${typeName}/${name}`))
      return []
    const property = properties?.get(name)
    if (!property) return [`${typeName}/${name} is not described`]
    if (value === null) return property.nullable ? [] : [`${typeName}/${name} is null`]
    const collection = /^Collection\((.*)\)$/.exec(property.type)?.[1]
    if (collection !== undefined) {
      const all = Array.isArray(value) && value.every((item) => fits[collection]?.(item))
      return all ? [] : [`${typeName}/${name} is not ${property.type}`]
    }
    const complex = /^tunet\.(.*)$/.exec(property.type)?.[1]
    // `null` was answered above, so an object is one with members.
    if (complex !== undefined) return misfits(csdl, complex, value as object, [])
    return fits[property.type]?.(value)
      ? []
      : [`${typeName}/${name} is not ${property.type}: ${String(value)}`]
  })
}

describeApi('GET /v1.0/$metadata', (api) => {
  let csdl: Csdl
  let admin: Caller
  beforeEach(async () => {
    admin = api.as('jon.strand')
    csdl = readCsdl(await (await admin.get('/v1.0/$metadata')).text())
  })

  test('is XML', async () => {
    const response = await admin.get('/v1.0/$metadata')
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  })

  test('names no type that it does not declare', () => {
    const named = [
      ...csdl.sets.values(),
      ...csdl.actions.map(({ target }) => target),
      ...[...csdl.types.values()].flatMap((members) => [...members.values()].map(({ type }) => type)),
    ].map((type) => type.replace(/^Collection\((.*)\)$/, '$1'))
    const known = new Set([...Object.keys(fits), ...[...csdl.types.keys()].map((name) => `tunet.${name}`)])
    expect(named.filter((type) => !known.has(type))).toEqual([])
    expect(csdl.actions.map(({ name }) => name).toSorted()).toEqual([
      'accept',
      'addAction',
      'adviseAuthorityNotice',
      'answer',
      'answer',
      'approve',
      'archive',
      'close',
      'completeAction',
      'completeAction',
      'confirm',
      'decideAuthorityNotice',
      'evaluate',
      'forward',
      'markRead',
      'markRead',
      'merge',
      'object',
      'proposeAuthorityNotice',
      'publish',
      'receive',
      'reject',
      'reject',
      'remind',
      'remove',
      'renew',
      'reopen',
      'reopen',
      'reopenAction',
      'requestReopening',
      'restore',
      'restore',
      'return',
      'sameQuestion',
      'setReaction',
      'shield',
      'startTreatment',
      'submit',
      'submitForReview',
      'unsetReaction',
      'unsetSameQuestion',
      'unshield',
      'withdraw',
    ])
  })

  describe('describes what is sent', () => {
    const computedOf = (entity: string) =>
      Object.keys(resources.find((resource) => resource.entity === entity)?.computed ?? {})
    const misfitsOf = async (entity: string, response: Response) => {
      expect(response.status).toBe(200)
      // An entity, or a collection of them.
      const answer = (await response.json()) as { value?: object[] }
      const entities = answer.value ?? [answer]
      expect(entities.length).toBeGreaterThan(0)
      return [...new Set(entities.flatMap((one) => misfits(csdl, entity, one, computedOf(entity))))]
    }

    test('of people, units and the audit log', async () => {
      await aPost(api.as('liv.dahl'))
      expect(await misfitsOf('user', await admin.get('/v1.0/users?$top=999&$expand=manager'))).toEqual([])
      expect(await misfitsOf('orgUnit', await admin.get('/v1.0/orgUnits?$top=999'))).toEqual([])
      expect(await misfitsOf('auditEntry', await admin.get('/v1.0/auditEntries?$top=999'))).toEqual([])
    })

    test('of news, their confirmations and files', async () => {
      const editor = api.as('liv.dahl')
      const opened = await editor.post('/v1.0/files/createUploadSession', {
        item: { name: 'a.txt', fileSize: 3 },
      })
      const { uploadUrl } = (await opened.json()) as { uploadUrl: string }
      const stored = await api.signedOut.put(uploadUrl, 'Hei', { 'content-range': 'bytes 0-2/3' })
      const { id: fileId } = (await stored.json()) as { id: string }
      const { id } = await aPost(editor, {
        audience: everyone,
        importance: 'mustRead',
        confirmBy: '2026-12-01',
        attachmentIds: [fileId],
      })
      const kari = api.as('kari.nilsen')
      expect((await kari.post(`/v1.0/newsPosts/${id}/confirm`)).status).toBe(200)
      expect(await misfitsOf('newsPost', await kari.get(`/v1.0/newsPosts/${id}`))).toEqual([])
      expect(await misfitsOf('newsPost', await kari.get('/v1.0/newsPosts?$top=999'))).toEqual([])
      expect(await misfitsOf('file', await kari.get(`/v1.0/files/${fileId}`))).toEqual([])
      const confirmations = await editor.get(`/v1.0/newsPosts/${id}/confirmations?$top=999`)
      expect(await misfitsOf('newsPostConfirmation', confirmations)).toEqual([])
    })

    test('of duties and messages to ring back', async () => {
      const desk = api.as('anne.vik')
      expect(await misfitsOf('callBackMessage', await desk.get('/v1.0/callBackMessages?$top=999'))).toEqual(
        [],
      )
      const duties = await desk.get('/v1.0/duties?$top=999')
      const { value } = (await duties.clone().json()) as { value: { id: string }[] }
      expect(await misfitsOf('duty', duties)).toEqual([])
      const shifts = await desk.get(`/v1.0/duties/${value[0]?.id}/shifts?$top=999`)
      expect(await misfitsOf('dutyShift', shifts)).toEqual([])
    })

    test('of comments, mentions and questions', async () => {
      const [liv, kari] = [api.as('liv.dahl'), api.as('kari.nilsen')]
      const { id } = await aPost(liv, { audience: everyone })
      const at = `/v1.0/newsPosts/${id}/comments`
      const removed = await aComment(kari, id, 'Ikke slik')
      expect((await liv.post(`${at}/${removed.id}/remove`, { reason: 'Om en kollega.' })).status).toBe(200)
      const asked = await aQuestion(kari, id)
      await aQuestion(kari, id, 'Og når?')
      expect((await liv.post(`${at}/${asked.id}/answer`, { body: paragraph('Ja') })).status).toBe(201)
      const who = { type: 'mention', attrs: { id: demoPerson('kari.nilsen').id, label: 'Kari Nilsen' } }
      await aComment(liv, id, '', { body: { type: 'doc', content: [{ type: 'paragraph', content: [who] }] } })
      expect(await misfitsOf('comment', await liv.get(`${at}?$top=999`))).toEqual([])
      expect(await misfitsOf('mention', await kari.get('/v1.0/me/mentions'))).toEqual([])
      expect(await misfitsOf('answeredQuestion', await kari.get('/v1.0/me/newsQuestions'))).toEqual([])
      expect(await misfitsOf('openQuestion', await liv.get('/v1.0/me/openNewsQuestions'))).toEqual([])
    })
  })

  test('the service document names collections that can be read', async () => {
    const { value } = (await (await admin.get('/v1.0/')).json()) as { value: { name: string; url: string }[] }
    for (const { name, url } of value) {
      expect(csdl.sets.has(name)).toBe(true)
      const path = `/v1.0/${url}?$top=1`
      const statuses = [await admin.get(path), await api.as('liv.dahl').get(path)].map(({ status }) => status)
      expect(statuses, url).toContain(200)
    }
  })
})
