import { inspect } from 'node:util'
import { problemCodes } from '@sendoff/api'
import { CallError, createClient, isProblem, SendoffError, UnexpectedAnswerError } from '@sendoff/sdk'
import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { BASE_URL, credentials, PROBLEM, problem, setUp, unlinking, withToken } from './support.ts'

setUp()

const client = withToken()
const failing = (status: number, body: object | string, headers: Record<string, string> = PROBLEM) => {
  nock(BASE_URL).post('/v1.0/organization/unlink').reply(status, body, headers)
  return client.organization.unlink(unlinking, { maxRetries: 0 }).catch((error: unknown) => error)
}

describe('a problem', () => {
  test('becomes an error that names the fault, the operation and the request', async () => {
    const error = await failing(404, problem(404, 'association_not_found', { detail: 'There is no such association.' }))
    expect(error).toBeInstanceOf(SendoffError)
    expect(error).toMatchObject({
      name: 'SendoffError',
      message: expect.stringMatching(
        /^organization.unlink: 404 association_not_found: There is no such association. \(request [0-9a-f-]{36}\)$/,
      ),
      code: 'association_not_found',
      status: 404,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      operation: 'organization.unlink',
      problem: { title: 'association_not_found' },
    })
  })

  test.each(problemCodes)('%s is recognised by its code', async (code) => {
    const error = await failing(400, problem(400, code))
    expect(error).toMatchObject({ name: 'SendoffError', code, problem: { code } })
  })

  test('is discriminated by its operation', async () => {
    const error = await failing(403, problem(403, 'scope_missing', { required_scopes: ['org:unlink'] }))
    expect(isProblem(error, 'organization.get')).toBe(false)
    expect(isProblem(new Error('other'), 'organization.unlink')).toBe(false)
    if (!isProblem(error, 'organization.unlink') || error.code !== 'scope_missing') return expect.unreachable()
    expect(error.problem.required_scopes).toEqual(['org:unlink'])
  })

  test('without a request id gets that of the header', async () => {
    const error = await failing(404, { code: 'not_found', title: 'Nothing' }, { ...PROBLEM, 'x-request-id': 'req_h' })
    expect(error).toMatchObject({
      requestId: 'req_h',
      message: 'organization.unlink: 404 not_found: Nothing (request req_h)',
    })
  })
})

describe('an answer that is not Sendoff’s', () => {
  const html = `<html>${'x'.repeat(300)}</html>`
  test.each([
    [502, 'a page', html, { 'content-type': 'text/html' }],
    [403, 'JSON that is no problem', '{"code":"x"}', { 'content-type': 'application/json' }],
    [403, 'a problem without a code', '{"title":"x"}', PROBLEM],
    [403, 'a problem cut short', '{"code":"scope_mi', PROBLEM],
    [403, 'nothing', '', PROBLEM],
    [200, 'a page', html, { 'content-type': 'text/html' }],
    [200, 'JSON cut short', '{"result": tr', { 'content-type': 'application/json' }],
    [200, 'null', 'null', { 'content-type': 'application/json' }],
    [200, 'nothing', '', {}],
  ])('%i with %s is an UnexpectedAnswerError with the first 200 characters', async (status, _, body, headers) => {
    const error = await failing(status, body, headers)
    expect(error).toBeInstanceOf(UnexpectedAnswerError)
    expect(error).toMatchObject({ status, operation: 'organization.unlink', excerpt: body.slice(0, 200) })
  })

  test('with a success status keeps its text out of the message, because it may hold a secret', async () => {
    const error = await failing(200, '{"secret":"whsec_abc', {})
    expect(String(error)).toMatch(
      /^UnexpectedAnswerError: organization.unlink: 200 is not an answer of Sendoff \(request \S+\)$/,
    )
  })
  test('has an excerpt that console.log and JSON do not show', async () => {
    const error = await failing(200, '{"secret":"whsec_abc', {})
    expect(error).toMatchObject({ excerpt: '{"secret":"whsec_abc' })
    expect(inspect(error)).not.toContain('whsec_abc')
    expect(JSON.stringify(error)).not.toContain('whsec_abc')
  })

  test('may be an object instead of a page, which is not taken for an empty list', async () => {
    nock(BASE_URL).persist().get('/v1.0/associations').reply(200, { welcome: 'to the hotel' })
    const page = client.associations.list({}, { maxRetries: 0 })
    await expect(page).rejects.toBeInstanceOf(UnexpectedAnswerError)
    await expect(page[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(UnexpectedAnswerError)
  })
})

describe('an error says whether the call can be repeated, and with which key', () => {
  const write = (fetch: () => Promise<Response>, idempotencyKey?: string) =>
    createClient({ baseUrl: BASE_URL, token: 't', scopes: ['org:unlink', 'org:read'], maxRetries: 0, fetch })
      .organization.unlink(unlinking, idempotencyKey ? { idempotencyKey } : {})
      .catch((error: unknown) => error)

  const answers = (status: number, code: string) => async () =>
    Response.json(problem(status, code), { status, headers: PROBLEM })

  test.each<[string, () => Promise<Response>]>([
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['a page in place of an answer', async () => new Response('<html>', { status: 200 })],
    ['a gateway without a server', async () => new Response('<html>', { status: 502 })],
    ['a rate limit', answers(429, 'rate_limited')],
    ['a failure of the server', answers(500, 'internal_error')],
    ['the same call under way', answers(409, 'idempotency_in_progress')],
  ])('after %s the same call may succeed later', async (_, fetch) => {
    expect(await write(fetch)).toMatchObject({ temporary: true })
  })

  test.each<[string, () => Promise<Response>]>([
    ['a missing scope', answers(403, 'scope_missing')],
    ['a key that was used for another call', answers(409, 'idempotency_key_reused')],
    ['a page that says 404', async () => new Response('<html>', { status: 404 })],
    ['an answer of more than 4 MiB', async () => new Response(' '.repeat(4_194_305))],
  ])('after %s it will fail again', async (_, fetch) => {
    expect(await write(fetch)).toMatchObject({ temporary: false })
  })

  test('a refused token request stays refused, and one that the server could not answer may succeed later', async () => {
    const ask = (status: number, error: string) =>
      createClient({
        ...credentials,
        scopes: ['org:read'],
        maxRetries: 0,
        fetch: async () => Response.json({ error }, { status }),
      })
        .organization.get()
        .catch((thrown: unknown) => thrown)
    expect(await ask(401, 'invalid_client')).toMatchObject({ temporary: false })
    expect(await ask(503, 'temporarily_unavailable')).toMatchObject({ temporary: true })
  })

  test.each<[string, () => Promise<Response>]>([
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['a page', async () => new Response('<html>', { status: 200 })],
    ['a refusal', async () => Response.json(problem(403, 'admin_required'), { status: 403, headers: PROBLEM })],
  ])('after %s', async (_, fetch) => {
    expect(await write(fetch, 'mine')).toMatchObject({ safeToRepeat: true, idempotencyKey: 'mine' })
    const error = await write(fetch)
    expect(error).toBeInstanceOf(CallError)
    expect(error).toMatchObject({
      safeToRepeat: true,
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })
})
