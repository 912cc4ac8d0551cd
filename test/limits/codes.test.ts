import { expect, test } from 'vitest'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const register = (i: number) =>
    platform().post('/v1.0/accounts', undefined, {
      email: `person${i}@people.example`,
      code: '000000',
      password: 'long enough 1',
      name: 'Noor',
    })
  const recover = (i: number) =>
    platform().post('/v1.0/recovery', undefined, {
      email: `person${i}@people.example`,
      code: '000000',
      new_password: 'long enough 1',
    })

  test('wrong codes from one network are limited for all addresses together, and right ones are not counted', async () => {
    const email = 'known@people.example'
    await platform().post('/v1.0/verification-codes', undefined, { email, purpose: 'register' })
    const { body } = await platform().get('/v1.0/sandbox/verification-codes')
    const command = { email, code: body.data[0].code, password: 'long enough 1', name: 'Noor' }
    expect((await platform().post('/v1.0/accounts', undefined, command)).status).toBe(201)

    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => (i % 2 ? register(i) : recover(i))))
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter((code) => code === 'code_invalid')).toHaveLength(50)
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(10)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('ratelimit')).toBe(`"too_many_attempts";r=0;t=${refused?.headers.get('retry-after')}`)

    await platform().advance('PT15M')
    expect((await recover(61)).body.code).toBe('code_invalid')
  })
})
