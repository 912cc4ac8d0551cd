import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/organization/unlink'

onEachStore((platform) => {
  let token: string
  let command: { dept_id: number; associated_org_id: string }

  beforeEach(async () => {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    token = await platform().appToken(org_id, 'org:unlink')
    command = { dept_id, associated_org_id }
  })

  const send = (raw: BodyLike, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    platform().call('POST', PATH, { token, raw, headers })

  /** The problem is the documented one, carries no result, and left the association and the events as they were. */
  async function expectRefused(answer: Awaited<ReturnType<typeof send>>, status: number, code: string) {
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({
      status,
      request_id: answer.headers.get('x-request-id'),
      title: expect.any(String),
    })
    expect(answer.body).not.toHaveProperty('result')
    const { org_id, associated_org_id, association_id } = platform().association('upstream')
    for (const side of [org_id, associated_org_id]) {
      const reader = await platform().appToken(side, 'org:association:read')
      expect((await platform().get(`/v1.0/associations/${association_id}`, reader)).status).toBe(200)
      expect(await platform().events(side)).toEqual([])
    }
  }

  test('an unknown field is refused and named, beside a known one', async () => {
    const answer = await send(JSON.stringify({ ...command, org_id: 'org_1', force: true }))
    await expectRefused(answer, 400, 'invalid_request')
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/org_id', '/force'])
  })

  describe.each([
    ['a number as text', { dept_id: '3' }, '/dept_id'],
    ['a fraction', { dept_id: 1.5 }, '/dept_id'],
    ['zero', { dept_id: 0 }, '/dept_id'],
    ['a negative number', { dept_id: -3 }, '/dept_id'],
    ['a number beyond 2^53', { dept_id: 2 ** 53 }, '/dept_id'],
    ['null', { dept_id: null }, '/dept_id'],
    ['a list', { associated_org_id: ['org_1'] }, '/associated_org_id'],
    ['an empty id', { associated_org_id: '' }, '/associated_org_id'],
    ['an id with a space', { associated_org_id: 'org 1' }, '/associated_org_id'],
    ['an id of 65 characters', { associated_org_id: 'o'.repeat(65) }, '/associated_org_id'],
    ['an unknown reason', { reason_code: 'boredom' }, '/reason_code'],
    ['an empty text', { reason_text: '' }, '/reason_text'],
    ['a text of 501 characters', { reason_text: 'x'.repeat(501) }, '/reason_text'],
    ['a text with U+0000', { reason_text: 'a\u0000b' }, '/reason_text'],
    ['a text with half a surrogate pair', { reason_text: 'Off to new shores \ud83d' }, '/reason_text'],
    ['a text with the halves of a pair the wrong way round', { reason_text: '\udc4b\ud83d' }, '/reason_text'],
  ])('%s', (_, change, pointer) => {
    test(`is refused at ${pointer}`, async () => {
      const answer = await send(JSON.stringify({ ...command, ...change }))
      await expectRefused(answer, 400, 'invalid_request')
      expect(answer.body.errors).toMatchObject([{ in: 'body', pointer, detail: expect.any(String) }])
    })
  })

  test('all faults are reported together', async () => {
    const answer = await send(JSON.stringify({ dept_id: 'x', reason_code: 'y', extra: 1 }))
    await expectRefused(answer, 400, 'invalid_request')
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.sort()).toEqual(['/associated_org_id', '/dept_id', '/extra', '/reason_code'])
  })

  test('a body that is not an object is refused', async () => {
    for (const body of ['null', '[]', '"text"', '7', 'true']) {
      await expectRefused(await send(body), 400, 'invalid_request')
    }
  })

  test('broken JSON, no body and an empty body are refused', async () => {
    for (const body of ['{"dept_id": 3', '{dept_id: 3}', '', undefined, '\u0000']) {
      await expectRefused(await send(body), 400, 'invalid_request')
    }
  })

  test('a body of 2 MiB is refused, also one that is small until it is decompressed', async () => {
    const large = JSON.stringify({ ...command, reason_text: 'x'.repeat(2 * 1024 * 1024) })
    await expectRefused(await send(large), 413, 'payload_too_large')
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    await expectRefused(await send(gzipSync(large), headers), 413, 'payload_too_large')
  })

  test('a body that does not match its Content-Encoding is refused', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    await expectRefused(await send('no gzip', headers), 400, 'invalid_request')
  })

  test('another media type, charset or encoding is refused', async () => {
    const body = JSON.stringify(command)
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json; charset=utf-7' },
      { 'content-type': 'application/json', 'content-encoding': 'zstd-unknown' },
    ]) {
      await expectRefused(await send(body, headers), 415, 'unsupported_media_type')
    }
  })

  test('an unknown or unreadable query parameter is refused', async () => {
    const reader = await platform().appToken(platform().association('upstream').org_id, 'org:association:read')
    for (const [query, pointer] of [
      ['limit=0', '/limit'],
      ['limit=201', '/limit'],
      ['limit=1e2', '/limit'],
      ['limit=5&limit=6', '/limit'],
      ['page=2', '/page'],
      ['cursor=nonsense', '/cursor'],
    ]) {
      const { status, body } = await platform().get(`/v1.0/associations?${query}`, reader)
      expect([status, body.errors?.[0].in, body.errors?.[0].pointer]).toEqual([400, 'query', pointer])
    }
  })

  test('the sentence alone, for example in a log, names the place and the fault', async () => {
    const { body } = await send(JSON.stringify({ ...command, dept_id: '3', force: true }))
    expect(body.detail).toContain('body /dept_id: Invalid input: expected number, received string (and 1 more)')
    const headers = { 'content-type': 'application/json', 'accept-language': 'zh-CN' }
    const chinese = await send(JSON.stringify({ ...command, dept_id: '3' }), headers)
    expect(chinese.body.detail).toContain(`body /dept_id：${chinese.body.errors[0].detail}`)
  })

  test('the sentence of a missing scope names it', async () => {
    const { org_id } = platform().association('upstream')
    const reader = await platform().appToken(org_id, 'member:read')
    const { body } = await platform().post(PATH, reader, command)
    expect([body.code, body.detail]).toEqual(['scope_missing', expect.stringMatching(/ It takes org:unlink\.$/)])
  })

  test.each([
    [{}, ['', 'must have either to or by']],
    [{ to: '2030-01-01T00:00:00Z', by: 'PT1H' }, ['', 'must have either to or by']],
    [{ to: 'tomorrow' }, ['/to', 'Invalid ISO datetime']],
    [{ to: 5 }, ['/to', 'Invalid input: expected string, received number']],
    [{ by: 'PT1H', and: 1 }, ['/and', 'must be left out: this operation does not know it']],
  ])(
    'of two alternatives %j is told what is wrong with the one that was meant, or that it takes one',
    async (body, place) => {
      const answer = await platform().post('/v1.0/sandbox/clock/advance', undefined, body)
      expect(answer.status).toBe(400)
      expect(answer.body.errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail])).toEqual([
        place,
      ])
    },
  )

  test('errors are in Chinese for a caller who prefers it, down to the field', async () => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' }
    const answer = await send(JSON.stringify({ ...command, dept_id: 'x' }), headers)
    await expectRefused(answer, 400, 'invalid_request')
    expect(answer.body.title).toBe('请求无效')
    expect(answer.body.errors[0].detail).toMatch(/\p{Script=Han}/u)
  })
})

type BodyLike = string | Uint8Array<ArrayBuffer> | undefined
