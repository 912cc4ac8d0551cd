import { expect, test } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

onEachStore((platform) => {
  const read = async () => (await platform().get('/v1.0/sandbox/clock')).body
  const advance = (command: unknown) => platform().post('/v1.0/sandbox/clock/advance', undefined, command)

  test('the clock shows the real time until it is moved', async () => {
    const { now, real_now, offset_ms } = await read()
    expect(offset_ms).toBe(0)
    expect(now).toBe(real_now)
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  test('it moves ahead by a duration, and moves add up', async () => {
    const durations: [by: string, milliseconds: number][] = [
      ['PT72H', 72 * HOUR],
      ['P30D', 30 * DAY],
      ['PT0.5S', 500],
      ['PT90M', 1.5 * HOUR],
      ['P1DT2H3M4.005S', DAY + 2 * HOUR + 184_005],
      ['P99999D', 99_999 * DAY],
    ]
    for (const [by, milliseconds] of durations) {
      const before = await read()
      const { status, body } = await advance({ by })
      expect(status, by).toBe(200)
      expect(Date.parse(body.now) - Date.parse(before.now), by).toBeGreaterThanOrEqual(milliseconds)
      // The time that the call took is in it, and never more than was asked for.
      expect(body.offset_ms - before.offset_ms, by).toBeLessThanOrEqual(milliseconds)
      expect(Date.parse(body.now), by).toBe(Date.parse(body.real_now) + body.offset_ms)
      expect((await read()).offset_ms, by).toBe(body.offset_ms)
    }
  })

  test('a move by nothing is accepted, however often', async () => {
    const statuses = new Set<number>()
    for (let n = 0; n < 30; n++) statuses.add((await advance({ by: 'PT0S' })).status)
    expect([...statuses]).toEqual([200])
  })

  test('it moves ahead to a time, in any zone, and not further', async () => {
    for (const to of ['2400-02-29T12:30:00.250+08:00', '2400-02-29T12:30:00Z']) {
      const before = await read()
      const { status, body } = await advance({ to })
      expect(status).toBe(200)
      expect(Date.parse(body.now)).toBeGreaterThanOrEqual(Date.parse(to))
      // Had it stood still while it was moved, it would show the very time.
      const elapsed = Date.parse(body.real_now) - Date.parse(before.real_now)
      expect(Date.parse(body.now) - Date.parse(to)).toBeLessThanOrEqual(elapsed)
    }
  })

  test('an invalid command is refused with a pointer, and the clock stays', async () => {
    const refused: [what: string, command: unknown, pointer: string][] = [
      ['a time that is past', { to: '2020-01-01T00:00:00Z' }, '/to'],
      ['a time after the year 9000', { to: '9999-01-01T00:00:00Z' }, '/to'],
      ['a day that there is not', { to: '2400-02-30T00:00:00Z' }, '/to'],
      ['a date without a time', { to: '2400-01-01' }, '/to'],
      ['a time without a zone', { to: '2400-01-01T00:00:00' }, '/to'],
      ['a duration that goes back', { by: '-PT1H' }, '/by'],
      ['a duration of nothing', { by: 'P' }, '/by'],
      ['a duration without its P', { by: '72H' }, '/by'],
      ['months, which have no length', { by: 'P1M' }, '/by'],
      ['a fraction of an hour', { by: 'PT1.5H' }, '/by'],
      ['an empty text', { by: '' }, '/by'],
      ['both a time and a duration', { to: '2400-01-01T00:00:00Z', by: 'PT1H' }, ''],
      ['neither', {}, ''],
      ['a list', [], ''],
    ]
    for (const [what, command, pointer] of refused) {
      const { status, body } = await advance(command)
      expect([status, body.code], what).toEqual([400, 'invalid_request'])
      expect(body.errors, what).toEqual([{ in: 'body', pointer, detail: expect.any(String) }])
    }
    expect((await read()).offset_ms).toBe(0)
  })

  test('it never goes back, and stays moved after a restart', async () => {
    const { body } = await advance({ by: 'P30D' })
    const to = new Date(Date.parse(body.now) - DAY).toISOString()
    expect((await advance({ to })).body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/to' }] })
    await platform().restart()
    expect((await read()).offset_ms).toBe(body.offset_ms)
  })

  test('work that falls due on the way is done when the answer comes, at its time', async () => {
    const receiver = await startReceiver(() => 500)
    const { org_id } = platform().organization(0)
    const token = await platform().appToken(org_id, 'webhook:read', 'webhook:write')
    const endpoint = await platform().post('/v1.0/webhook-endpoints', token, { url: receiver.url })
    const { body: owed } = await platform().post(`/v1.0/webhook-endpoints/${endpoint.body.endpoint_id}/test`, token)
    await receiver.until(({ length }) => length === 1)
    await platform().advance('PT1M')
    // The second attempt falls due after 5 s, the third 30 s later, each give or take a fifth.
    expect(receiver.received).toHaveLength(3)
    await platform().advance('P4D')
    const { body: delivery } = await platform().get(`/v1.0/deliveries/${owed.delivery_id}`, token)
    expect(delivery.status).toBe('failed')
    expect(delivery.attempts).toHaveLength(receiver.received.length)
  })

  test('tokens use the real time: one from before a move is still valid after it', async () => {
    const { org_id } = must(platform().data.organizations[0])
    const token = await platform().appToken(org_id, 'org:read')
    await platform().advance('P30D')
    expect((await platform().get('/v1.0/organization', token)).status).toBe(200)
  })
})
