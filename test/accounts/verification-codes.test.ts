import { describe, expect, test } from 'vitest'
import { askCode, codeFor, codes, newCode, otherThan, recover, register } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { must, onEachStore } from '../support/platform.ts'

const noor = { email: 'noor@people.example' }

onEachStore((platform) => {
  test('a code has six digits, is for one address and purpose, and is valid for ten minutes', async () => {
    const asked = await askCode(platform(), noor, 'register')
    expect(asked.status).toBe(202)
    const [code, ...others] = await codes(platform())
    expect(others).toEqual([])
    expect(code).toMatchObject({
      email: noor.email,
      phone: null,
      purpose: 'register',
      expires_at: asked.body.expires_at,
    })
    expect(code.code).toMatch(/^\d{6}$/)
    expect(Date.parse(code.expires_at) - Date.parse(code.created_at)).toBe(10 * 60 * 1000)
  })

  test('a code is stored encrypted', async () => {
    const code = await newCode(platform(), noor, 'register')
    const [row] = await query(platform(), 'select code from verification_code')
    expect(row.code).toMatch(/^v1\./)
    expect(Buffer.from(row.code.slice(3), 'base64url').toString('latin1')).not.toContain(code)
  })

  test('an address is an email or a phone: neither and both are refused', async () => {
    for (const body of [{}, { ...noor, phone: '+4915112345678' }]) {
      for (const [path, rest] of [
        ['/v1.0/verification-codes', { purpose: 'register' }],
        ['/v1.0/accounts', { code: '123456', password: 'long enough 1', name: 'N' }],
        ['/v1.0/recovery', { code: '123456', new_password: 'long enough 1' }],
      ] as const) {
        const answer = await platform().post(path, undefined, { ...body, ...rest })
        expect([answer.status, answer.body.code, answer.body.errors[0].in]).toEqual([400, 'invalid_request', 'body'])
      }
    }
    expect(await codes(platform())).toEqual([])
  })

  test('an email in upper case is the same address', async () => {
    await askCode(platform(), { email: 'NOOR@People.Example' }, 'register')
    const code = await codeFor(platform(), noor, 'register')
    const answer = await register(platform(), { email: 'Noor@PEOPLE.example' }, code)
    expect(answer.body).toMatchObject({ email: noor.email, phone: null })
  })

  test('the answer is the same whether or not somebody has the address', async () => {
    const known = { email: platform().organization(0).members[2]?.email ?? '' }
    for (const purpose of ['register', 'recover'] as const) {
      const answers = [await askCode(platform(), known, purpose), await askCode(platform(), noor, purpose)]
      expect(answers.map(({ status }) => status)).toEqual([202, 202])
      expect(answers.map(({ body }) => Object.keys(body))).toEqual(Array(2).fill(['verification_id', 'expires_at']))
      const wrong = await Promise.all(
        [known, noor].map(async (target) => {
          const call = purpose === 'register' ? register : recover
          const { status, body } = await call(platform(), target, otherThan(await codeFor(platform(), target, purpose)))
          return { ...body, status, request_id: undefined }
        }),
      )
      expect(wrong[0]).toMatchObject({ status: 403, code: 'code_invalid' })
      expect(wrong[1]).toEqual(wrong[0])
    }
  })

  test('a new request leaves an earlier code valid, also of the same purpose', async () => {
    const first = await newCode(platform(), noor, 'register')
    const recovery = await newCode(platform(), noor, 'recover')
    const second = await newCode(platform(), noor, 'register')
    expect((await codes(platform())).map(({ code }) => code).sort()).toEqual([first, recovery, second].sort())
    expect((await register(platform(), noor, first)).status).toBe(201)
    expect((await register(platform(), noor, first)).body.code).toBe('code_invalid')
    expect((await register(platform(), noor, second)).body.code).toBe('account_exists')
  })

  test('concurrent requests for codes stand side by side, each with its own id', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => askCode(platform(), noor, 'register')))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(202))
    const ids = answers.map(({ body }) => body.verification_id)
    expect((await codes(platform())).map(({ verification_id }) => verification_id).sort()).toEqual(ids.sort())
    expect(new Set(ids).size).toBe(5)
  })

  describe('limits', () => {
    test('an address gets five codes in fifteen minutes from one network, in upper or lower case', async () => {
      for (let i = 0; i < 5; i++) expect((await askCode(platform(), noor, 'register')).status).toBe(202)
      const refused = await askCode(platform(), { email: 'NOOR@people.example' }, 'recover')
      expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited'])
      expect(refused.headers.get('retry-after')).toBe(String(refused.body.retry_after))
      expect(refused.body.retry_after).toBeGreaterThan(14 * 60)
      expect(refused.body.retry_after).toBeLessThanOrEqual(15 * 60)
      expect((await askCode(platform(), { email: 'someone@else.example' }, 'register')).status).toBe(202)
      await platform().advance('PT14M')
      expect((await askCode(platform(), noor, 'register')).status).toBe(429)
      await platform().advance('PT1M')
      expect((await askCode(platform(), noor, 'register')).status).toBe(202)
    })

    test('a caller gets twenty codes in fifteen minutes, for any addresses', async () => {
      const ask = (i: number) => askCode(platform(), { email: `person-${i}@people.example` }, 'register')
      const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(i)))
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(20)
      expect(answers.filter(({ body }) => body.code === 'rate_limited')).toHaveLength(10)
      expect(await codes(platform())).toHaveLength(20)
      await platform().advance('PT15M')
      expect((await ask(31)).status).toBe(202)
    })

    test('a temporary refusal is not kept under an Idempotency-Key', async () => {
      for (let i = 0; i < 5; i++) await askCode(platform(), noor, 'register')
      const ask = () =>
        platform().post(
          '/v1.0/verification-codes',
          undefined,
          { ...noor, purpose: 'register' },
          { 'idempotency-key': 'k' },
        )
      expect((await ask()).status).toBe(429)
      await platform().advance('PT15M')
      expect((await ask()).status).toBe(202)
    })

    test('expired codes are removed', async () => {
      await askCode(platform(), noor, 'register')
      await platform().advance('PT15M')
      await askCode(platform(), { email: 'other@people.example' }, 'register')
      expect((await codes(platform())).map(({ email }) => email)).toEqual(['other@people.example'])
      const counts = await query(platform(), "select subject from counter where subject like '%noor%'")
      expect(counts).toEqual([])
    })
  })

  describe('wrong codes', () => {
    test('after five the code is invalid, and for fifteen minutes none is compared', async () => {
      const code = await newCode(platform(), noor, 'register')
      for (let i = 0; i < 5; i++) {
        expect((await register(platform(), noor, otherThan(code))).body.code).toBe('code_invalid')
      }
      const blocked = await register(platform(), noor, code)
      expect([blocked.status, blocked.body.code]).toEqual([429, 'too_many_attempts'])
      expect(blocked.headers.get('retry-after')).toBe(String(blocked.body.retry_after))
      const second = await newCode(platform(), noor, 'register')
      expect((await register(platform(), noor, second)).body.code).toBe('too_many_attempts')
      await platform().advance('PT15M')
      expect((await register(platform(), noor, code)).body.code).toBe('code_invalid')
      expect((await register(platform(), noor, await newCode(platform(), noor, 'register'))).status).toBe(201)
    })

    test('a hundred concurrent guesses get five comparisons', async () => {
      const code = await newCode(platform(), noor, 'register')
      const guesses = Array.from({ length: 100 }, (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'))
      const answers = await Promise.all(guesses.map((guess) => register(platform(), noor, guess)))
      expect(answers.filter(({ body }) => body.code === 'code_invalid')).toHaveLength(5)
      expect(answers.filter(({ body }) => body.code === 'too_many_attempts')).toHaveLength(95)
      expect(await codes(platform())).toEqual([])
    })

    test('an unknown address is blocked in the same way', async () => {
      for (let i = 0; i < 5; i++) {
        expect((await recover(platform(), noor, '000000')).body.code).toBe('code_invalid')
      }
      expect((await recover(platform(), noor, '000000')).body.code).toBe('too_many_attempts')
    })

    test('the right one resets the count', async () => {
      const code = await newCode(platform(), noor, 'register')
      for (let i = 0; i < 4; i++) await register(platform(), noor, otherThan(code))
      expect((await register(platform(), noor, code)).status).toBe(201)
      const again = await newCode(platform(), noor, 'recover')
      for (let i = 0; i < 4; i++) await recover(platform(), noor, otherThan(again))
      expect((await recover(platform(), noor, again)).status).toBe(204)
    })
  })

  test('a code is for its own purpose', async () => {
    const member = { email: must(platform().organization(0).members[2]).email }
    let [registration, recovery] = ['', '']
    while (registration === recovery) {
      registration = await newCode(platform(), member, 'register')
      recovery = await newCode(platform(), member, 'recover')
    }
    expect((await recover(platform(), member, registration)).body.code).toBe('code_invalid')
    expect((await register(platform(), member, recovery)).body.code).toBe('code_invalid')
  })

  test('a code is valid until its ten minutes are over', async () => {
    const late = await newCode(platform(), noor, 'register')
    await platform().advance('PT10M')
    expect((await register(platform(), noor, late)).body.code).toBe('code_invalid')
    const intime = await newCode(platform(), noor, 'register')
    await platform().advance('PT9M50S')
    expect((await register(platform(), noor, intime)).status).toBe(201)
  })
})
