import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, settle, webhookScopes } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  const newToken = () =>
    platform().appToken(platform().organization(0).org_id, ...webhookScopes, 'event:read', 'org:association:read')
  const list = (token: string, query = '') => platform().get(`/v1.0/events${query}`, token)
  const count = async (table: string) => {
    const [{ n }] = (await inDatabase(platform(), (run) => run(`select count(*) as n from ${table}`))) as [
      { n: number },
    ]
    return Number(n)
  }

  test('events are kept for 30 days, and their deliveries and attempts with them; later ones stay, with their sequence', async () => {
    const receiver = await startReceiver()
    let token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await platform().advance('P10D')
    await unlink(platform(), platform().association('downstream'))
    await platform().advance('P19DT23H')
    token = await newToken()
    expect((await list(token)).body.data).toHaveLength(2)
    await platform().advance('PT2H')
    expect((await list(token)).body.data).toMatchObject([{ sequence: 2 }])
    const { data } = (await platform().get(`${PATH}/${endpoint_id}/deliveries`, token)).body
    expect(data).toHaveLength(1)
    expect([await count('delivery'), await count('attempt')]).toEqual([1, 1])
    await platform().advance('P10DT1H')
    expect((await list(token)).body.data).toEqual([])
    expect([await count('delivery'), await count('attempt')]).toEqual([0, 0])
    await unlink(platform(), platform().association('partner')).catch(() => {})
    const { body } = await platform().post(`${PATH}/${endpoint_id}/test`, token)
    await settle(platform())
    const next = await platform().get(`/v1.0/events/${body.event_id}`, token)
    expect(next.body.sequence).toBe(3)
  })

  test('a cursor before deleted events is refused and told where to continue; a later one is valid', async () => {
    let token = await newToken()
    await unlink(platform(), platform().association('upstream'))
    await unlink(platform(), platform().association('downstream'))
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    await platform().advance('P20D')
    await platform().post(`${PATH}/${endpoint_id}/test`, token)
    await platform().advance('P11D')
    token = await newToken()
    const expired = await list(token, '?after=1')
    expect([expired.status, expired.body.code, expired.body.oldest_sequence]).toEqual([410, 'cursor_expired', 3])
    for (const query of ['', '?after=0', '?after=2']) {
      const { status, body } = await list(token, query)
      expect([status, body.data.map(({ sequence }: { sequence: number }) => sequence)]).toEqual([200, [3]])
    }
    expect((await list(token, '?after=3')).body.data).toEqual([])
  })

  test('a cursor beyond the last event, for example after a restore from a backup, is refused: the next events would be passed over', async () => {
    const token = await newToken()
    await unlink(platform(), platform().association('upstream'))
    expect((await list(token, '?after=1')).body.data).toEqual([])
    for (const query of ['?after=2', '?after=2&wait=20', '?after=9007199254740991']) {
      const { status, body } = await list(token, query)
      expect([status, body.code, body.oldest_sequence]).toEqual([410, 'cursor_expired', 1])
    }
  })

  test('an organisation is looked at again only while it has events', async () => {
    await unlink(platform(), platform().association('upstream'))
    const due = () => inDatabase(platform(), (run) => run("select org_id from due_work where kind = 'event_retention'"))
    expect(await due()).toHaveLength(2)
    await platform().advance('P31D')
    expect(await due()).toEqual([])
    expect(await count('event')).toBe(0)
  })
})
