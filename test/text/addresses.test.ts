import { expect, test } from 'vitest'
import { codeFor, newCode, PASSWORD, recover, register, registered } from '../support/accounts.ts'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { sentToSignIn, signInAs } from '../support/sign-in.ts'

const bücher = { email: 'ada@xn--bcher-kva.example' }
const spellings = [
  'Ada@Bücher.example',
  'ADA@BU\u0308CHER.EXAMPLE',
  ' ada@bücher。example\n',
  'ａｄａ@xn--Bcher-KVA.example',
]

onEachStore((platform) => {
  const member = async (orgId: string, body: object) =>
    platform().post('/v1.0/members', await platform().appToken(orgId, 'member:write'), { name: 'Ada', ...body })
  const pointersOf = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer)

  test('S89: an email with an international domain is one address in every spelling: codes, registration, sign-in, recovery', async () => {
    const [first = '', second = '', third = '', fourth = ''] = spellings
    expect(
      (await platform().post('/v1.0/verification-codes', undefined, { email: first, purpose: 'register' })).status,
    ).toBe(202)
    const account = await register(platform(), { email: second }, await codeFor(platform(), bücher, 'register'))
    expect([account.status, account.body.email]).toEqual([201, bücher.email])
    const twice = await register(platform(), { email: third }, await newCode(platform(), bücher, 'register'))
    expect([twice.status, twice.body.code]).toEqual([409, 'account_exists'])
    for (const email of spellings) {
      const { visitor, page } = await sentToSignIn(platform())
      expect((await signInAs(visitor, page, { email, password: PASSWORD })).url.pathname).toMatch(/\/account$/)
    }
    await platform().post('/v1.0/verification-codes', undefined, { email: third, purpose: 'recover' })
    const code = await codeFor(platform(), bücher, 'recover')
    expect((await recover(platform(), { email: fourth }, code, 'another long password')).status).toBe(204)
  })

  test('S90: a phone number is one address in every notation: registration, members, sign-in', async () => {
    const phone = '+8613800138000'
    await platform().post('/v1.0/verification-codes', undefined, { phone: '0086 138 0013 8000', purpose: 'register' })
    const code = await codeFor(platform(), { phone }, 'register')
    const account = await register(platform(), { phone: '＋86（138）0013-8000' }, code)
    expect([account.status, account.body.phone]).toEqual([201, phone])
    for (const typed of ['+86 138-0013-8000', '(+86) 138.0013.8000', '0086138 0013 8000']) {
      const { visitor, page } = await sentToSignIn(platform())
      expect((await signInAs(visitor, page, { email: typed, password: PASSWORD })).url.pathname).toMatch(/\/account$/)
    }
    const { orgId } = await open(platform())
    const added = await member(orgId, { phone: '+86 138-0013-8000' })
    expect([added.status, added.body.phone]).toEqual([201, phone])
    const again = await member(orgId, { email: 'other@people.example', phone: '0086 13800138000' })
    expect([again.status, again.body.conflicts]).toMatchObject([
      409,
      [{ field: 'phone', value: phone, account_id: added.body.account_id }],
    ])
  })

  test('S89: two spellings of an email are one member', async () => {
    const { orgId } = await open(platform())
    const added = await member(orgId, { email: 'Ada@Bücher.example' })
    expect([added.status, added.body.email]).toEqual([201, bücher.email])
    for (const email of spellings) {
      const again = await member(orgId, { email })
      expect([again.status, again.body.conflicts]).toMatchObject([
        409,
        [{ field: 'email', value: bücher.email, account_id: added.body.account_id }],
      ])
    }
  })

  test('S89, S90: addresses outside their grammar are refused at every operation, with the way to write them', async () => {
    const { orgId } = await open(platform())
    const refused = [
      ...['x@y,', '<x@y>', 'x@y.', 'x@a..b', 'x@y', 'x..y@z.cn', '"x"@y.cn'].map((email) => ({ email })),
      ...['13800138000', '+86 138', '+999 1234567', 'ada'].map((phone) => ({ phone })),
    ]
    for (const address of refused) {
      const answers = [
        await member(orgId, address),
        await register(platform(), address as { email: string }, '123456'),
        await recover(platform(), address as { email: string }, '123456'),
        await platform().post('/v1.0/verification-codes', undefined, { ...address, purpose: 'recover' }),
      ]
      for (const { status, body } of answers) {
        expect([status, body.code, pointersOf(body)]).toEqual([400, 'invalid_request', [`/${Object.keys(address)[0]}`]])
      }
    }
    const chinese = await platform().call('POST', '/v1.0/verification-codes', {
      body: { phone: '138', purpose: 'recover' },
      headers: { 'accept-language': 'zh-CN' },
    })
    expect(chinese.body.errors[0].detail).toContain('必须以 + 或 00')
  })

  test('the same key with another spelling of the address is the same request', async () => {
    await registered(platform(), { email: 'noor@people.example' })
    const { orgId } = await open(platform())
    const token = await platform().appToken(orgId, 'member:write')
    const add = (email: string) =>
      platform().post('/v1.0/members', token, { name: 'Noor', email }, { 'idempotency-key': 'k' })
    const first = await add('noor@people.example')
    expect((await add('Noor@People.example')).body).toEqual(first.body)
  })
})
