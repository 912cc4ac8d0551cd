import { expect, test, vi } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { PATH, settle } from '../support/endpoints.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

// Moving the clock by hours makes hundreds of attempts.
vi.setConfig({ testTimeout: 180_000 })

onEachStore((platform) => {
  const newToken = () =>
    platform().appToken(
      platform().organization(0).org_id,
      ...(['webhook:read', 'webhook:write', 'member:read', 'member:condition:write'] as const),
    )

  /** Changes members' conditions in turn, each several times: one event for each change. */
  async function change(token: string, members: number, times: number): Promise<void> {
    const some = platform()
      .organization(0)
      .members.filter(({ role, condition }) => role === 'member' && condition === 'normal')
      .slice(0, members)
    expect(some).toHaveLength(members)
    for (let time = 0; time < times; time++) {
      for (const { account_id } of some) {
        const body = { condition: time % 2 === 0 ? 'suspended' : 'frozen' }
        const { status } = await platform().call('PUT', `/v1.0/members/${account_id}/condition`, { token, body })
        expect(status).toBe(200)
      }
    }
  }
  const create = async (token: string, url: string, ordering?: string) => {
    const { status, body } = await platform().post(PATH, token, { url, ...(ordering && { ordering }) })
    expect(status).toBe(201)
    return body
  }
  const subjectOf = ({ event }: Received): string => event.data.account_id

  test('`ordering: subject`: the events about an account come one after the other, however often each is tried', async () => {
    const accepted = new Set<string>()
    const receiver = await startReceiver((one, count) => {
      if (count % 3 === 0) return 500
      accepted.add(one.event.id)
      return 204
    })
    const token = await newToken()
    expect((await create(token, receiver.url, 'subject')).ordering).toBe('subject')
    await change(token, 2, 8)
    // Long enough for a delivery that gets the bad answer again and again.
    await platform().advance('P1D')
    expect(accepted.size).toBe(16)
    const last = new Map<string, Received>()
    const arrived = new Set<string>()
    for (const one of receiver.received) {
      const before = last.get(subjectOf(one))
      // Either the same event once more, or the next one.
      if (before && before.event.id !== one.event.id) {
        expect(one.event.sequence).toBeGreaterThan(before.event.sequence)
        expect(arrived.has(one.event.id)).toBe(false)
      }
      arrived.add(one.event.id)
      last.set(subjectOf(one), one)
    }
  })

  test('failures about one account hold up no other', async () => {
    const [stuck] = platform()
      .organization(0)
      .members.filter((one) => one.role === 'member' && one.condition === 'normal')
    const receiver = await startReceiver((one) => (subjectOf(one) === stuck?.account_id ? 500 : 204))
    const token = await newToken()
    await create(token, receiver.url, 'subject')
    await change(token, 2, 4)
    await settle(platform())
    const received = Map.groupBy(receiver.received, subjectOf)
    expect(received.get(must(stuck).account_id)).toHaveLength(1)
    expect([...received.values()].map(({ length }) => length).sort()).toEqual([1, 4])
  })

  test('a delivery that was given up is passed over', async () => {
    const receiver = await startReceiver((_, count) => (count <= 14 ? 500 : 204))
    const token = await newToken()
    await create(token, receiver.url, 'subject')
    await change(token, 1, 2)
    await platform().advance('P4D')
    const ids = receiver.received.map(({ event }) => event.id)
    expect(ids.slice(0, 14)).toEqual(Array(14).fill(ids[0]))
    expect(ids.slice(14)).toEqual([expect.not.stringMatching(must(ids[0]))])
  })

  test('held deliveries come before later ones', async () => {
    const receiver = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await create(token, receiver.url, 'subject')
    await platform().post(`${PATH}/${endpoint_id}/disable`, token)
    await change(token, 1, 2)
    // It takes deliveries again, and the held ones are not due yet.
    await inDatabase(platform(), (run) => run("update webhook_endpoint set status = 'enabled'"))
    await change(token, 1, 3)
    await settle(platform())
    expect(receiver.received).toEqual([])
    await platform().post(`${PATH}/${endpoint_id}/disable`, token)
    await platform().post(`${PATH}/${endpoint_id}/enable`, token)
    await settle(platform())
    const sequences = receiver.received.map(({ event }) => event.sequence)
    expect(sequences).toHaveLength(5)
    expect(sequences).toEqual(sequences.toSorted((one, other) => one - other))
  })

  test('with `ordering: none`, which is the default, events do not wait for each other', async () => {
    const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 204))
    const token = await newToken()
    expect((await create(token, receiver.url)).ordering).toBe('none')
    await change(token, 1, 3)
    await settle(platform())
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(3)
  })

  test('an unknown order is refused', async () => {
    const token = await newToken()
    const { status, body } = await platform().post(PATH, token, {
      url: 'http://127.0.0.1:9/',
      ordering: 'organization',
    })
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'invalid_request', '/ordering'])
    expect((await platform().get(PATH, token)).body.data).toEqual([])
  })
})
