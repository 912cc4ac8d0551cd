import { expect, test } from 'vitest'
import { associate } from '../support/demo.ts'
import { everyType, unlink, unlinkThree } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const list = (token: string, query = '') => platform().get(`/v1.0/events${query}`, token)
  const sequences = (events: { sequence: number }[]) => events.map(({ sequence }) => sequence)

  test('events are listed in the order of sequence, which counts from 1 without a gap', async () => {
    const orgId = await unlinkThree(platform())
    const { status, body } = await list(await platform().appToken(orgId, ...everyType))
    expect(status).toBe(200)
    expect(sequences(body.data)).toEqual([1, 2, 3])
    expect(body.next_cursor).toBeNull()
    expect(new Set(body.data.map((event: { org_id: string }) => event.org_id))).toEqual(new Set([orgId]))
  })

  test('pages joined by next_cursor hold each event once, and the last says null', async () => {
    const orgId = await unlinkThree(platform())
    const token = await platform().appToken(orgId, ...everyType)
    const first = (await list(token, '?limit=2')).body
    expect([sequences(first.data), first.next_cursor]).toEqual([[1, 2], '2'])
    const second = (await list(token, `?limit=2&after=${first.next_cursor}`)).body
    expect([sequences(second.data), second.next_cursor]).toEqual([[3], null])
    const exact = (await list(token, '?limit=3')).body
    expect([sequences(exact.data), exact.next_cursor]).toEqual([[1, 2, 3], null])
  })

  test('events that happen during a read come after those that were read', async () => {
    const orgId = await unlinkThree(platform())
    const token = await platform().appToken(orgId, ...everyType)
    expect((await list(token, '?after=3')).body).toEqual({ data: [], next_cursor: null, last_sequence: 3 })
    await unlink(platform(), await associate(platform(), 1, 0))
    expect(sequences((await list(token, '?after=3')).body.data)).toEqual([4])
  })

  test('a filter by type leaves out the others, and pages through what is left', async () => {
    const orgId = await unlinkThree(platform())
    const token = await platform().appToken(orgId, ...everyType, 'webhook:write')
    const endpoint = await platform().post('/v1.0/webhook-endpoints', token, { url: 'http://127.0.0.1:9/' })
    await platform().post(`/v1.0/webhook-endpoints/${endpoint.body.endpoint_id}/test`, token)
    await unlink(platform(), await associate(platform(), 1, 0))

    expect(sequences((await list(token, '?types=ping')).body.data)).toEqual([4])
    expect(sequences((await list(token, '?types=organization.association.unlinked')).body.data)).toEqual([1, 2, 3, 5])
    expect(sequences((await list(token, '?types=ping,organization.association.unlinked&after=3')).body.data)).toEqual([
      4, 5,
    ])
    const repeated = await list(token, '?types=ping&types=organization.association.unlinked&after=3')
    expect(sequences(repeated.body.data)).toEqual([4, 5])
    const once = await list(token, '?after=1&after=2')
    expect([once.status, once.body.errors]).toMatchObject([400, [{ in: 'query', pointer: '/after' }]])
    const page = (await list(token, '?types=organization.association.unlinked&after=2&limit=1')).body
    expect([sequences(page.data), page.next_cursor]).toEqual([[3], '3'])
    expect((await list(token, '?types=app.deauthorized')).body).toEqual({
      data: [],
      next_cursor: null,
      last_sequence: 5,
    })
  })

  test('only events of a type whose read scope the token carries are shown', async () => {
    const orgId = await unlinkThree(platform())
    const without = await platform().appToken(orgId, 'event:read', 'org:read', 'webhook:read')
    expect((await list(without)).body).toEqual({ data: [], next_cursor: null, last_sequence: 3 })
    expect((await list(without, '?types=organization.association.unlinked')).body.data).toEqual([])
    const having = await platform().appToken(orgId, 'event:read', 'org:association:read')
    expect(sequences((await list(having)).body.data)).toEqual([1, 2, 3])
    const event = (await list(having)).body.data[0]
    expect((await platform().get(`/v1.0/events/${event.id}`, having)).body).toEqual(event)
    const hidden = await platform().get(`/v1.0/events/${event.id}`, without)
    expect([hidden.status, hidden.body.code]).toEqual([404, 'event_not_found'])
  })

  test('an organisation sees its own events only', async () => {
    await unlink(platform(), platform().association('upstream'))
    const [own, other] = [platform().organization(0).org_id, platform().organization(1).org_id]
    for (const orgId of [own, other]) {
      const { body } = await list(await platform().appToken(orgId, ...everyType))
      expect(body.data.map((event: { org_id: string }) => event.org_id)).toEqual([orgId])
    }
    const { body } = await list(await platform().appToken(platform().organization(2).org_id, ...everyType))
    expect(body).toEqual({ data: [], next_cursor: null, last_sequence: 0 })
  })

  test('a third-party app reads the events of the organisation that authorised it', async () => {
    await unlink(platform(), platform().association('upstream'))
    const app = must(platform().data.third_party_apps[0])
    const orgId = platform().organization(0).org_id
    const resource = `${platform().base}/v1.0/organizations/${orgId}`
    const { body } = await list(await platform().clientToken(app, ['event:read', 'org:association:read'], resource))
    expect(body.data).toMatchObject([{ org_id: orgId, sequence: 1 }])
  })

  test('an ordinary member is refused, and so is an app without event:read', async () => {
    const { org_id } = platform().organization(0)
    const person = await platform().userToken(platform().member(org_id, 'member').account_id, ...everyType)
    const app = await platform().appToken(org_id, 'org:association:read')
    for (const path of ['/v1.0/events', '/v1.0/events/evt_1']) {
      const refused = await platform().get(path, person)
      expect([refused.status, refused.body.code]).toEqual([403, 'admin_required'])
      const { body } = await platform().get(path, app)
      expect([body.code, body.required_scopes]).toEqual(['scope_missing', ['event:read']])
    }
  })

  const invalid = [
    ['?types=member.unknown', '/types/0'],
    ['?types=ping,nothing', '/types/1'],
    ['?types=', '/types/0'],
    ['?after=abc', '/after'],
    ['?after=-1', '/after'],
    ['?after=1.5', '/after'],
    ['?after=', '/after'],
    ['?after=9007199254740992', '/after'],
    ['?after=1&after=2', '/after'],
    ['?limit=0', '/limit'],
    ['?limit=201', '/limit'],
    ['?cursor=2', '/cursor'],
    ['?Limit=2', '/Limit'],
  ]

  test('a query that does not fit the contract is refused with a pointer to the place', async () => {
    const token = await platform().appToken(platform().organization(0).org_id, ...everyType)
    for (const [query, pointer] of invalid) {
      const { status, body } = await list(token, query)
      expect([status, body.code], query).toEqual([400, 'invalid_request'])
      expect(body.errors).toEqual([{ in: 'query', pointer, detail: expect.any(String) }])
    }
  })
})
