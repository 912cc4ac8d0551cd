import nock from 'nock'
import { expect, test } from 'vitest'
import { operationsOf } from '../../packages/sdk/src/operation.ts'
import { operations } from '../../packages/sdk/src/operations.gen.ts'
import { readDocument } from '../support/contract/document.ts'
import { operationsOf as inContract } from '../support/contract/operations.ts'
import { BASE_URL, PROBLEM, problem, setUp, withToken } from './support.ts'

setUp()

const association = (n: number) => ({ association_id: `assoc_${n}` })
const page = (ids: number[], next_cursor: string | null) => ({ data: ids.map(association), next_cursor })
const associations = (query: Record<string, string>) => nock(BASE_URL).get('/v1.0/associations').query(query)

test('everything that the contract pages is a list that can be iterated', () => {
  const lists = new Set<string>([...operationsOf(operations)].filter(({ isList }) => isList).map(({ id }) => id))
  const paged = inContract(readDocument()).filter(({ parameters = [] }) =>
    parameters.some(({ $ref }) => $ref === '#/components/parameters/Cursor'),
  )
  expect(paged.length).toBeGreaterThan(20)
  expect(paged.map(({ id }) => id).filter((id) => !lists.has(id))).toEqual([])
})

test('an awaited list is one page', async () => {
  associations({ limit: '2' }).reply(200, page([1, 2], 'c2'))
  const { data, next_cursor } = await withToken().associations.list({ limit: 2 })
  expect(data).toHaveLength(2)
  expect(next_cursor).toBe('c2')
})

test('an iterated list has the items of all pages, and keeps its parameters', async () => {
  associations({ limit: '2' }).reply(200, page([1, 2], 'c2'))
  associations({ limit: '2', cursor: 'c2' }).reply(200, page([], 'c/3'))
  associations({ limit: '2', cursor: 'c/3' }).reply(200, page([3], null))
  const ids: string[] = []
  for await (const { association_id } of withToken().associations.list({ limit: 2 })) ids.push(association_id)
  expect(ids).toEqual(['assoc_1', 'assoc_2', 'assoc_3'])
})

test('an iteration that ends early requests no more pages', async () => {
  associations({}).reply(200, page([1, 2], 'c2'))
  for await (const { association_id } of withToken().associations.list()) {
    expect(association_id).toBe('assoc_1')
    break
  }
})

test('events continue after the sequence in next_cursor, and types are joined by commas', async () => {
  const events = (query: string) => nock(BASE_URL).get(`/v1.0/events?${query}`)
  events('types=ping,app.deauthorized').reply(200, { data: [{ sequence: 4 }], next_cursor: '4' })
  events('types=ping,app.deauthorized&after=4').reply(200, { data: [{ sequence: 9 }], next_cursor: null })
  const sequences: number[] = []
  for await (const { sequence } of withToken().events.list({ types: ['ping', 'app.deauthorized'] }))
    sequences.push(sequence)
  expect(sequences).toEqual([4, 9])
})

test('a list sends no request until it is used, and one however often it is awaited', async () => {
  const unused = withToken().associations.list()
  associations({}).reply(200, page([1], null))
  expect(await unused).toEqual(await unused)
  await unused.finally(() => undefined)
  expect(nock.isDone()).toBe(true)
})

test('a failing list rejects, awaited, caught or iterated', async () => {
  const failing = () => {
    associations({}).reply(403, problem(403, 'scope_missing', { required_scopes: ['org:association:read'] }), PROBLEM)
    return withToken().associations.list()
  }
  await expect(failing()).rejects.toMatchObject({ code: 'scope_missing' })
  expect(await failing().catch((error: { code: string }) => error.code)).toBe('scope_missing')
  await expect(failing()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'scope_missing' })
})

test('a list without pages can be iterated too', async () => {
  nock(BASE_URL)
    .get('/v1.0/event-types')
    .reply(200, { data: [{ type: 'ping' }] })
  for await (const { type } of withToken().events.listTypes()) expect(type).toBe('ping')
  expect(nock.isDone()).toBe(true)
})
