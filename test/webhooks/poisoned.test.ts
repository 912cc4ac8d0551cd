import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { PATH, settle } from '../support/endpoints.ts'
import { oweMany } from '../support/many-events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

const [POISON, GOOD] = ['organization.association.unlinked', 'member.condition_changed']

vi.setConfig({ testTimeout: 180_000 })

onEachStore((platform) => {
  // The real time stands still: only the clock that the test moves makes something due.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const org = () => platform().organization(0)
  const newToken = () =>
    platform().appToken(
      org().org_id,
      ...(['webhook:read', 'webhook:write', 'member:read', 'member:condition:write', 'org:association:read'] as const),
    )
  const members = () => org().members.filter(({ role, condition }) => role === 'member' && condition === 'normal')

  /** Changes a member's condition several times: one event each time. */
  async function change(accountId: string, times = 1): Promise<void> {
    const token = await newToken()
    for (let time = 0; time < times; time++) {
      const { body: member } = await platform().get(`/v1.0/members/${accountId}`, token)
      const body = { condition: member.condition === 'suspended' ? 'frozen' : 'suspended' }
      const { status } = await platform().call('PUT', `/v1.0/members/${accountId}/condition`, { token, body })
      expect(status).toBe(200)
    }
  }
  const create = async (url: string, ordering?: 'subject'): Promise<string> => {
    const { status, body } = await platform().post(PATH, await newToken(), { url, ...(ordering && { ordering }) })
    expect(status).toBe(201)
    return body.endpoint_id
  }
  const now = async () => Date.parse((await platform().get('/v1.0/sandbox/clock')).body.now)
  const deliveries = (endpointId: string, type: string) =>
    inDatabase(platform(), (run) =>
      run(
        'select status, attempts, counted, due_at from delivery where endpoint_id = $1 and event_type = $2',
        endpointId,
        type,
      ),
    )
  const breakerOf = async (endpointId: string) =>
    (await platform().get(`${PATH}/${endpointId}/health`, await newToken())).body.breaker
  const count = (received: Received[], type: string) => received.filter(({ event }) => event.type === type).length
  const isPoison = ({ event }: Received) => event.type === POISON
  const subjectOf = ({ event }: Received): string => event.data.account_id

  test('refused events keep their 72 hours, however often a good one beside them succeeds', async () => {
    const receiver = await startReceiver((one) => (isPoison(one) ? 500 : 204))
    const endpointId = await create(receiver.url)
    await oweMany(platform(), org().org_id, endpointId, 20)
    const account = must(members()[0]).account_id
    for (let minute = 1; minute <= 90; minute++) {
      await change(account)
      await platform().advance('PT1M')
      expect(count(receiver.received, GOOD), `minute ${minute}`).toBe(minute)
    }
    const poisoned = await deliveries(endpointId, POISON)
    expect(new Set(poisoned.map(({ status }) => status))).toEqual(new Set(['pending']))
    // 0, 5 s, 30 s, 2, 10 and 30 min, 1 h: the seventh is due after 80 minutes at the earliest.
    expect(Math.max(...poisoned.map(({ counted }) => counted))).toBeLessThanOrEqual(7)
    expect(Math.min(...poisoned.map(({ due_at }) => Number(due_at)))).toBeGreaterThan(await now())
  })

  test('when the breaker closes, held deliveries are sent, and those that wait keep their own schedule', async () => {
    let isUp = false
    const receiver = await startReceiver(() => (isUp ? 204 : 503))
    const endpointId = await create(receiver.url)
    const early = must((await oweMany(platform(), org().org_id, endpointId, 1))[0])
    await platform().advance('PT5H30M')
    const [before] = await inDatabase(platform(), (run) =>
      run('select due_at from delivery where event_id = $1', early),
    )
    const due = Number(before?.due_at)
    expect(due - (await now())).toBeGreaterThan(600_000)
    const held = await oweMany(platform(), org().org_id, endpointId, 10)
    await settle(platform())
    expect(await breakerOf(endpointId)).toBe('open')
    isUp = true
    const sent = receiver.received.length
    await platform().advance('PT5M')
    expect(new Set(receiver.received.slice(sent).map(({ event }) => event.id))).toEqual(new Set(held))
    const [after] = await inDatabase(platform(), (run) => run('select * from delivery where event_id = $1', early))
    expect([after?.status, Number(after?.due_at)]).toEqual(['pending', due])
    await platform().advance('P1D')
    expect(receiver.received.at(-1)?.event.id).toBe(early)
  })

  test.each([422, 500, 503])('events of a type that is answered %i hold up no other type', async (status) => {
    const receiver = await startReceiver((one) => (isPoison(one) ? status : 204))
    const endpointId = await create(receiver.url)
    await oweMany(platform(), org().org_id, endpointId, 60)
    await settle(platform())
    await change(must(members()[0]).account_id)
    await platform().advance('PT1M')
    expect(count(receiver.received, GOOD)).toBe(1)
    expect(await breakerOf(endpointId)).toBe('closed')
    // From then on good events do not wait, whatever else is refused.
    await oweMany(platform(), org().org_id, endpointId, 60)
    await settle(platform())
    await change(must(members()[1]).account_id)
    await settle(platform())
    expect(count(receiver.received, GOOD)).toBe(2)
    const poisoned = await deliveries(endpointId, POISON)
    expect(poisoned.map(({ status }) => status)).toEqual(Array(120).fill('pending'))
    expect(Math.min(...poisoned.map(({ attempts }) => attempts))).toBeGreaterThan(0)
  })

  test('events that are refused for their content, however many in a row, hold up no other event of their type', async () => {
    const refused = new Set<string>()
    const receiver = await startReceiver(({ event }) => (refused.has(event.id) ? 422 : 204))
    const endpointId = await create(receiver.url)
    const owe = (count: number) => oweMany(platform(), org().org_id, endpointId, count)
    await owe(1)
    await settle(platform())
    const first = Number(must(/\d+$/.exec(must(receiver.received[0]).event.id))[0])
    for (let n = 1; n <= 40; n++) refused.add(`evt_many_${first + n}`)
    await owe(41)
    await settle(platform())
    expect(receiver.received.filter(({ event }) => !refused.has(event.id))).toHaveLength(2)
    expect(receiver.received).toHaveLength(42)
    expect(await breakerOf(endpointId)).toBe('closed')
  })

  test('a good event among thousands of refused ones arrives within a minute', async () => {
    const receiver = await startReceiver((one) => (isPoison(one) ? 500 : 204))
    const endpointId = await create(receiver.url)
    await oweMany(platform(), org().org_id, endpointId, 150)
    await change(must(members()[0]).account_id)
    await oweMany(platform(), org().org_id, endpointId, 1500)
    // The first three probes. Once it has arrived, the others' retries would take the test minutes.
    for (const wait of ['PT6S', 'PT16S', 'PT31S']) {
      if (count(receiver.received, GOOD) === 0) await platform().advance(wait)
    }
    expect(count(receiver.received, GOOD)).toBe(1)
  })

  test('events about a subject that is refused hold up no other subject of the same type', async () => {
    const [stuck, other, third] = members().map(({ account_id }) => account_id)
    const receiver = await startReceiver((one) => (subjectOf(one) === stuck ? 500 : 204))
    await create(receiver.url)
    await change(must(stuck), 30)
    await change(must(other))
    await platform().advance('PT1M')
    expect(receiver.received.filter((one) => subjectOf(one) === other)).toHaveLength(1)
    await change(must(stuck), 10)
    await change(must(third))
    await settle(platform())
    expect(receiver.received.filter((one) => subjectOf(one) === third)).toHaveLength(1)
  })

  test('where events come in order by subject, refused events hold up only their own subjects', async () => {
    const bad = new Set(
      members()
        .slice(1)
        .map(({ account_id }) => account_id),
    )
    const good = must(members()[0]).account_id
    const receiver = await startReceiver((one) => (bad.has(subjectOf(one)) ? 500 : 204))
    const endpointId = await create(receiver.url, 'subject')
    for (const account of bad) await change(account, 3)
    await platform().advance('PT40S')
    expect(await breakerOf(endpointId)).not.toBe('closed')
    await change(good, 3)
    await platform().advance('PT1M')
    expect(receiver.received.filter((one) => subjectOf(one) === good)).toHaveLength(3)
    const sent = Map.groupBy(receiver.received, subjectOf)
    for (const account of bad)
      expect(new Set(sent.get(account)?.map(({ event }) => event.id)).size).toBeLessThanOrEqual(1)
    await platform().advance('PT10M')
    await change(good, 5)
    await settle(platform())
    expect(receiver.received.filter((one) => subjectOf(one) === good)).toHaveLength(8)
  })

  test('an endpoint that fails with everything is down, whatever it refused before', async () => {
    let isUp = true
    const receiver = await startReceiver((one) => (isUp && !isPoison(one) ? 204 : 500))
    const endpointId = await create(receiver.url)
    const account = must(members()[0]).account_id
    await oweMany(platform(), org().org_id, endpointId, 8)
    await change(account)
    await platform().advance('PT1M')
    expect(await breakerOf(endpointId)).toBe('closed')
    isUp = false
    await platform().advance('PT6M')
    const sent = receiver.received.length
    await change(account, 20)
    await settle(platform())
    expect(await breakerOf(endpointId)).toBe('open')
    expect(receiver.received.length - sent).toBeLessThan(10)
    isUp = true
    await platform().advance('PT1M')
    expect(count(receiver.received, GOOD) - 1).toBeGreaterThanOrEqual(20)
    expect((await deliveries(endpointId, GOOD)).map(({ status }) => status)).toEqual(Array(21).fill('succeeded'))
  })

  test('a pause that the endpoint asks for stops the deliveries that were about to be sent', async () => {
    const receiver = await startReceiver((_, count) =>
      count > 40 ? { status: 429, headers: { 'retry-after': '3600' } } : 204,
    )
    const endpointId = await create(receiver.url)
    await oweMany(platform(), org().org_id, endpointId, 200)
    await settle(platform())
    // After 40 fast successes six attempts may be under way at once. These six can have begun before the first 429 is read; nothing begins after it.
    expect(receiver.received.length).toBeLessThanOrEqual(40 + 6)
    const waiting = (await deliveries(endpointId, POISON)).filter(({ status }) => status === 'pending')
    expect(waiting.filter(({ counted }) => counted > 0).length).toBe(receiver.received.length - 40)
  })
})
