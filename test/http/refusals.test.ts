import { request as send } from 'node:http'
import { beforeEach, expect, test } from 'vitest'
import { onEachStore } from '../support/platform.ts'

// The cost and the size of a refusal. The time limit is generous: these requests used to take seconds.

const CODES = '/v1.0/verification-codes'
const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, 0]))
const bytes = (body: unknown) => JSON.stringify(body).length

const UNKNOWN = 'must be left out: this operation does not know it'

onEachStore((platform) => {
  let token: string
  beforeEach(async () => {
    const { org_id } = platform().association('upstream')
    token = await platform().appToken(org_id, 'member:offboard', 'org:association:read')
  })

  const errorsOf = ({ body }: { body: { errors: { pointer: string; detail: string }[] } }) => body.errors

  test('an email that is too long is refused by its length alone, immediately', async () => {
    const started = performance.now()
    for (const email of [`a@${'.'.repeat(40_000)}@`, `a@${'.'.repeat(1_000_000)}@`, `${'@'.repeat(500_000)}.`]) {
      const answer = await platform().post(CODES, undefined, { email, purpose: 'register' })
      expect([answer.status, errorsOf(answer)]).toEqual([
        400,
        [{ in: 'body', pointer: '/email', detail: 'Too big: expected string to have <=320 characters' }],
      ])
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test.each(['a@b.c', 'a.b+c@d.e.f', 'a@b.c ', '!@b.c'])('%s is still an email', async (email) => {
    expect((await platform().post(CODES, undefined, { email, purpose: 'register' })).status).toBe(202)
  })

  test.each(['a@b', 'a@.b', 'a@b.', '@b.c', 'a@b@c.d', 'a b@c.d', 'a@b..c', '!@-.-'])(
    '%s is still not an email',
    async (email) => {
      const answer = await platform().post(CODES, undefined, { email, purpose: 'register' })
      expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([400, '/email'])
    },
  )

  test('the first 20 of many unknown keys are named, each once, and the others are counted', async () => {
    const answer = await platform().post(CODES, undefined, { email: 'a@b.c', purpose: 'register', ...names(2000) })
    expect(answer.status).toBe(400)
    expect(errorsOf(answer).map(({ pointer, detail }) => [pointer, detail])).toEqual(
      Array.from({ length: 20 }, (_, at) => [`/key${at}`, UNKNOWN]),
    )
    expect(answer.body.errors_omitted).toBe(1980)
    expect(answer.body.detail).toMatch(
      / body \/key0: must be left out: this operation does not know it \(and 1999 more\)$/,
    )
    expect(bytes(answer.body)).toBeLessThan(4096)
  })

  test('20 faults are all named, and 21 are not', async () => {
    const [all, tooMany] = await Promise.all(
      [20, 21].map((count) =>
        platform().post(CODES, undefined, { email: 'a@b.c', purpose: 'register', ...names(count) }),
      ),
    )
    expect([errorsOf(all as never).length, all?.body.errors_omitted]).toEqual([20, undefined])
    expect([errorsOf(tooMany as never).length, tooMany?.body.errors_omitted]).toEqual([20, 1])
  })

  test('every one of many unknown query parameters counts, also beyond a thousand', async () => {
    const query = Array.from({ length: 3000 }, (_, at) => `q${at.toString(36)}`).join('&')
    const answer = await platform().get(`/v1.0/associations?${query}&limit=0`, token)
    expect([answer.status, errorsOf(answer).length, answer.body.errors_omitted]).toEqual([400, 20, 2981])
    expect(answer.body.errors[0]).toMatchObject({ in: 'query', pointer: '/limit' })
    expect(bytes(answer.body)).toBeLessThan(4096)
  })

  test('a long name is cut where it is repeated', async () => {
    const key = 'k'.repeat(100_000)
    const answer = await platform().post(CODES, undefined, { email: 'a@b.c', purpose: 'register', [key]: 0 })
    expect(answer.body.errors).toEqual([
      {
        in: 'body',
        pointer: `/${'k'.repeat(99)}…`,
        detail: UNKNOWN,
      },
    ])
  })

  test('many wrong items in many languages are refused with 20 faults, immediately', async () => {
    const items = Array.from({ length: 500 }, () => ({ account_id: 7, handover: { by_kind: Array(100).fill({}) } }))
    const headers = { 'accept-language': 'zz;q=0.1,'.repeat(1600) }
    const started = performance.now()
    const answer = await platform().post('/v1.0/offboarding-batches', token, { items: items.slice(0, 150) }, headers)
    expect(performance.now() - started).toBeLessThan(2000)
    expect([answer.status, errorsOf(answer).length]).toEqual([400, 20])
    expect(answer.body.errors_omitted).toBeGreaterThan(10_000)
    expect(bytes(answer.body)).toBeLessThan(16_384)
    // Half a million faults are more values than a body may have.
    const tooMany = { items: items.map((one) => ({ ...one, more: Array(200).fill({}) })) }
    expect((await platform().post('/v1.0/offboarding-batches', token, tooMany)).body.code).toBe('payload_too_large')
  })

  test('the first thousand characters of a long Accept-Language count', async () => {
    const ask = async (language: string) =>
      (await platform().get('/v1.0/me', undefined, { headers: { 'accept-language': language } })).body.title
    expect(await ask(`zh-CN,${'xx,'.repeat(4000)}`)).toBe('缺少令牌')
    expect(await ask(`${'xx,'.repeat(4000)}zh-CN`)).toBe('Token missing')
    expect(await ask('x'.repeat(12_000))).toBe('Token missing')
  })

  test('more than 40,000 values are too large, and more than 32 levels are too deep', async () => {
    const post = (body: string) =>
      platform().call('POST', CODES, { raw: body, headers: { 'content-type': 'application/json' } })
    expect((await post(`[${'0,'.repeat(40_001)}0]`)).body.code).toBe('payload_too_large')
    expect((await post(`[${'0,'.repeat(39_000)}0]`)).body.code).toBe('invalid_request')
    // Brackets and commas in texts do not count.
    expect((await post(`{"purpose":"${'[{,\\"'.repeat(20_000)}"}`)).body.errors.length).toBeGreaterThan(0)
    const deep = (levels: number) => post('['.repeat(levels) + ']'.repeat(levels))
    expect((await deep(32)).body.errors[0].detail).toMatch(/expected object/)
    expect((await deep(33)).body.errors).toEqual([
      { in: 'body', pointer: '', detail: 'must be nested at most 32 levels deep' },
    ])
    expect((await deep(500_000)).status).toBe(400)
  })

  test('the fault of broken JSON is short', async () => {
    for (const body of [`{"${'a'.repeat(500_000)}`, `${'a'.repeat(500_000)}`, `["${'\u0001'.repeat(9)}"]`]) {
      const raw = platform().call('POST', CODES, { raw: body, headers: { 'content-type': 'application/json' } })
      const [first] = errorsOf(await raw)
      expect(first?.detail).toMatch(/^must be JSON: .{1,100}$/s)
    }
  })

  test('a first line with a megabyte is refused by its length, and others are answered', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      send(platform().base, { path: `/v1.0/associations?${'a'.repeat(1_000_000)}` }, (res) => {
        res.resume()
        resolve(res.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
    expect(answer).toBe(431)
    expect((await platform().get('/healthz')).status).toBe(200)
  })
})
