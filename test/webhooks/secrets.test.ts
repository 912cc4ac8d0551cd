import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, settle, webhookToken } from '../support/endpoints.ts'
import { recordMany } from '../support/many-events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

const verifies = ({ headers, body }: Received, secret: string) => {
  try {
    new Webhook(secret).verify(body.toString(), headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}

/** Enough for more than 1,000 to be left after the rotation. */
const EVENTS = 1500

onEachStore((platform) => {
  const rotate = async (token: string, id: string, body: object = {}) =>
    platform().post(`${PATH}/${id}/rotate-secret`, token, body)
  const revoke = (token: string, id: string, secretId: string) =>
    platform().call('DELETE', `${PATH}/${id}/secrets/${secretId}`, { token })
  const secretsOf = async (token: string, id: string) => (await platform().get(`${PATH}/${id}`, token)).body.secrets

  async function receiveOne(token: string, id: string, received: Received[]): Promise<Received> {
    await ping(platform(), token, id)
    await settle(platform())
    return must(received.at(-1))
  }

  test('while two secrets are live each request verifies with either; after the overlap only with the new one', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id, secret: old } = await createEndpoint(platform(), token, receiver.url)
    const { status, body } = await rotate(token, endpoint_id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ secret: expect.stringMatching(/^whsec_/), previous_expires_at: expect.any(String) })
    expect(Date.parse(body.previous_expires_at) - Date.parse(body.created_at)).toBe(86_400_000)
    expect(await secretsOf(token, endpoint_id)).toMatchObject([
      { secret_id: body.secret_id, expires_at: null },
      { expires_at: body.previous_expires_at },
    ])
    const during = await receiveOne(token, endpoint_id, receiver.received)
    expect([verifies(during, old), verifies(during, body.secret)]).toEqual([true, true])
    await platform().advance('P1D')
    const after = await receiveOne(token, endpoint_id, receiver.received)
    expect([verifies(after, old), verifies(after, body.secret)]).toEqual([false, true])
    expect(await secretsOf(token, endpoint_id)).toHaveLength(1)
  })

  test('an overlap of 0 revokes every other secret immediately, also for retries', async () => {
    const receiver = await startReceiver((_, count) => (count === 1 ? 503 : 204))
    const token = await webhookToken(platform())
    const { endpoint_id, secret: old } = await createEndpoint(platform(), token, receiver.url)
    await receiveOne(token, endpoint_id, receiver.received)
    const { body } = await rotate(token, endpoint_id, { overlap_seconds: 0 })
    expect(body.previous_expires_at).toBeNull()
    await platform().advance('PT1M')
    const retried = must(receiver.received[1])
    expect(retried.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id'])
    expect([verifies(retried, old), verifies(retried, body.secret)]).toEqual([false, true])
    const kept = await inDatabase(platform(), (run) => run('select secret_id from webhook_secret'))
    expect(kept.map(({ secret_id }) => secret_id)).toEqual([body.secret_id])
  })

  test('there are at most two secrets; one can be revoked, but not the only one', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id, secret: first } = await createEndpoint(platform(), token, receiver.url)
    const [only] = await secretsOf(token, endpoint_id)
    const refused = await revoke(token, endpoint_id, only.secret_id)
    expect([refused.status, refused.body.code]).toEqual([409, 'last_secret'])
    const { body: second } = await rotate(token, endpoint_id, { overlap_seconds: 60 })
    const third = await rotate(token, endpoint_id, { overlap_seconds: 60 })
    expect([third.status, third.body.code]).toEqual([409, 'too_many_secrets'])
    expect((await revoke(token, endpoint_id, only.secret_id)).status).toBe(204)
    const gone = await revoke(token, endpoint_id, only.secret_id)
    expect([gone.status, gone.body.code]).toEqual([404, 'secret_not_found'])
    const received = await receiveOne(token, endpoint_id, receiver.received)
    expect([verifies(received, first), verifies(received, second.secret)]).toEqual([false, true])
  })

  test('when the newest is revoked, the previous one stays valid', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id, secret: first } = await createEndpoint(platform(), token, receiver.url)
    const { body: leaked } = await rotate(token, endpoint_id, { overlap_seconds: 60 })
    expect((await revoke(token, endpoint_id, leaked.secret_id)).status).toBe(204)
    await platform().advance('P1D')
    const received = await receiveOne(token, endpoint_id, receiver.received)
    expect([verifies(received, first), verifies(received, leaked.secret)]).toEqual([true, false])
  })

  test("the secrets of another app's endpoint can't be rotated or revoked", async () => {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const [secret] = await secretsOf(token, endpoint_id)
    const stranger = await webhookToken(platform(), 1)
    for (const { status, body } of [
      await rotate(stranger, endpoint_id, { overlap_seconds: 0 }),
      await revoke(stranger, endpoint_id, secret.secret_id),
    ]) {
      expect([status, body.code]).toEqual([404, 'webhook_endpoint_not_found'])
    }
    expect(await secretsOf(token, endpoint_id)).toEqual([secret])
  })

  test('a rotation with more than 1,000 deliveries in flight: a consumer that knows the old secret, then both, then the new one refuses none', {
    timeout: 180_000,
  }, async () => {
    const known: string[] = []
    let failed = 0
    const seen = new Set<string>()
    const receiver = await startReceiver((received) => {
      if (!known.some((secret) => verifies(received, secret))) failed++
      // Every twentieth is retried, before and after the rotation.
      const again = received.event.sequence % 20 === 0 && !seen.has(received.event.id)
      seen.add(received.event.id)
      return again ? 500 : 204
    })
    const orgId = platform().organization(0).org_id
    await recordMany(platform(), orgId, EVENTS)
    const token = await webhookToken(platform())
    const { endpoint_id, secret: old } = await createEndpoint(platform(), token, receiver.url, {
      event_types: ['organization.association.unlinked'],
    })
    known.push(old)
    await platform().post(`${PATH}/${endpoint_id}/recover`, token, { since: '2000-01-01T00:00:00Z' })
    await receiver.until((received) => received.length >= 50)
    const { body } = await rotate(token, endpoint_id, { overlap_seconds: 3600 })
    const used = receiver.received.length
    expect(EVENTS - used).toBeGreaterThan(1000)
    await receiver.until((received) => received.length >= used + 100)
    known.push(body.secret)
    await receiver.until((received) => received.length >= used + 300)
    known.shift()
    // Retries of deliveries that were first signed with the old one alone come within the overlap and after it.
    await platform().advance('PT2H')
    expect(seen.size).toBe(EVENTS)
    expect(failed).toBe(0)
    const before = receiver.received.length
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    const last = must(receiver.received[before])
    expect([verifies(last, old), verifies(last, body.secret)]).toEqual([false, true])
  })
})
