import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findInDatabase, inDatabase } from '../support/database.ts'
import { createEndpoint, ping, webhookToken } from '../support/endpoints.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { replayed } from './support.ts'

onEachStore((platform) => {
  const post = (operation: string, key: string, body?: object) =>
    platform().post(`/v1.0/sandbox/${operation}`, undefined, body, { 'idempotency-key': key })

  test('a user token is issued once for a key, and kept encrypted', async () => {
    const { account_id } = platform().member(platform().organization(0).org_id, 'founder')
    const body = { account_id, scopes: ['org:read'] }
    const [first, again] = [await post('user-tokens', 'a', body), await post('user-tokens', 'a', body)]
    expect([again.status, replayed(again), again.body]).toEqual([200, 'true', first.body])
    const [, , signature] = first.body.access_token.split('.')
    expect(await findInDatabase(platform(), 'app_sandbox', signature)).toEqual(['app_sandbox'])
    const other = await post('user-tokens', 'a', { account_id, scopes: ['org:write'] })
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
  })

  test('the refusal of an unknown account is kept', async () => {
    const body = { account_id: 'acct_none', scopes: ['org:read'] }
    const [first, again] = [await post('user-tokens', 'a', body), await post('user-tokens', 'a', body)]
    expect([first.status, first.body.code, replayed(first)]).toEqual([404, 'account_not_found', null])
    expect([again.status, replayed(again), again.body]).toEqual([404, 'true', first.body])
  })

  test('the clock is moved once for a key', async () => {
    const [first, again] = [
      await post('clock/advance', 'a', { by: 'P1D' }),
      await post('clock/advance', 'a', { by: 'P1D' }),
    ]
    expect([again.status, replayed(again), again.body]).toEqual([200, 'true', first.body])
    const { body } = await platform().get('/v1.0/sandbox/clock')
    expect(body.offset_ms).toBe(first.body.offset_ms)
  })

  test('the refusal of a move of the clock is kept', async () => {
    const to = '2020-01-01T00:00:00Z'
    const [first, again] = [await post('clock/advance', 'a', { to }), await post('clock/advance', 'a', { to })]
    expect([first.status, first.body.errors[0].pointer]).toEqual([400, '/to'])
    expect([again.status, replayed(again), again.body]).toEqual([400, 'true', first.body])
  })

  test('while the first request runs, another with the key gets 409', async () => {
    // The clock waits for the attempt, which waits for the receiver.
    const receiver = await startReceiver(() => 'hang')
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await ping(platform(), token, endpoint_id)
    await receiver.until((received) => received.length === 1)
    let done = false
    const first = post('clock/advance', 'a', { by: 'PT1S' }).finally(() => {
      done = true
    })
    // Only then does it have the key, so that no other request takes it first.
    while ((await inDatabase(platform(), (run) => run(`select 1 from idempotency`))).length === 0) await setImmediate()
    const second = await post('clock/advance', 'a', { by: 'PT2S' })
    expect([second.status, second.body.code]).toEqual([422, 'idempotency_key_reused'])
    const meanwhile = await post('clock/advance', 'a', { by: 'PT1S' })
    expect(done).toBe(false)
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'idempotency_in_progress'])
    expect(meanwhile.headers.get('retry-after')).toBe(String(meanwhile.body.retry_after))
    await receiver.stop()
    const answer = await first
    expect([answer.status, replayed(answer)]).toEqual([200, null])
    const later = await post('clock/advance', 'a', { by: 'PT1S' })
    expect([replayed(later), later.body]).toEqual(['true', answer.body])
  })

  test('a reset is done once for a key, and its answer is replayed although it removes everything', async () => {
    const first = await post('reset', 'a')
    const again = await post('reset', 'a')
    expect([again.status, replayed(again), again.body]).toEqual([200, 'true', first.body])
    platform().data = first.body
    await webhookToken(platform())
    const { client_id, client_secret } = must(platform().organization(0).apps[0])
    expect(await findInDatabase(platform(), client_id, client_secret)).toEqual([client_id])
  })

  test('a reset that is repeated with its key while it runs is done once', async () => {
    const answers: Awaited<ReturnType<typeof post>>[] = []
    let done = false
    const ask = async () => {
      while (!done) {
        const answer = await post('reset', 'a')
        answers.push(answer)
        if (answer.status === 200) done = true
      }
    }
    await Promise.all(Array.from({ length: 8 }, ask))
    const final = await post('reset', 'a')
    const resets = answers.filter(({ status }) => status === 200)
    expect(new Set(resets.map(({ body }) => body.organizations[0].org_id))).toEqual(
      new Set([final.body.organizations[0].org_id]),
    )
    expect(resets.filter((answer) => replayed(answer) === null)).toHaveLength(1)
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual(
      Array(answers.length - resets.length).fill('idempotency_in_progress'),
    )
  })
})
