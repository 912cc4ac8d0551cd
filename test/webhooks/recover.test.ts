import { setImmediate } from 'node:timers/promises'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookScopes, webhookToken } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { recordMany } from '../support/many-events.ts'
import { Caller, onEachStore, type Platform, stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { startProcess, temporaryDirectory } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

const UNLINKED = 'organization.association.unlinked'
const since = '2000-01-01T00:00:00Z'

onEachStore((platform) => {
  const orgOf = (index: number) => platform().organization(index).org_id
  const newToken = () => platform().appToken(orgOf(0), ...webhookScopes, 'event:read', 'org:association:read')
  const recover = (token: string, id: string, body: object) => platform().post(`${PATH}/${id}/recover`, token, body)

  async function recovered(token: string, id: string, body: object) {
    const count = await recover(token, id, { ...body, dry_run: true })
    const { status, body: begun } = await recover(token, id, body)
    expect([count.status, status]).toEqual([200, 202])
    await settle(platform())
    const { body: ended } = await platform().get(`${PATH}/${id}/recoveries/${begun.recovery_id}`, token)
    expect(ended).toMatchObject({ status: 'completed', completed_at: expect.any(String), dry_run: false })
    return { count: count.body, ended }
  }

  test('an endpoint gets events from before it was created; the dry run counts exactly those and sends nothing', async () => {
    const ids = await recordMany(platform(), orgOf(0), 1203)
    const receiver = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const dry = await recover(token, endpoint_id, { since, dry_run: true })
    expect(dry.body).toEqual({ dry_run: true, total: 1203, missing: 1203, failed: 0, held: 0 })
    await settle(platform())
    expect(receiver.received).toEqual([])
    const { ended } = await recovered(token, endpoint_id, { since })
    expect([ended.total, ended.queued]).toEqual([1203, 1203])
    expect(receiver.received.map(({ event }) => event.id).toSorted()).toEqual(ids.toSorted())
    expect((await recover(token, endpoint_id, { since, dry_run: true })).body.total).toBe(0)
  })

  test('events that were received or are under way are left out; failed ones are sent again', async () => {
    let up = false
    const receiver = await startReceiver(() => (up ? 204 : 503))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect((await recover(token, endpoint_id, { since, dry_run: true })).body.total).toBe(0)
    await inDatabase(platform(), (run) => run("update delivery set status = 'failed'"))
    up = true
    await unlink(platform(), platform().association('downstream'))
    await settle(platform())
    const { count } = await recovered(token, endpoint_id, { since })
    expect(count).toEqual({ dry_run: true, total: 1, missing: 0, failed: 1, held: 0 })
    expect(receiver.received.map(({ event }) => event.sequence)).toEqual([1, 2, 1])
    expect(receiver.received[2]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id'])
  })

  test('after an event: only later ones, of the types that the endpoint wants and the app may read', async () => {
    const ids = await recordMany(platform(), orgOf(0), 10)
    const receiver = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { ended } = await recovered(token, endpoint_id, { after_event_id: ids[6] })
    expect(ended.queued).toBe(3)
    expect(receiver.received.map(({ event }) => event.id).toSorted()).toEqual(ids.slice(7).toSorted())
    const other = await createEndpoint(platform(), token, receiver.url, { event_types: ['member.*'] })
    expect((await recover(token, other.endpoint_id, { since, dry_run: true })).body.total).toBe(0)
    const foreign = (await recordMany(platform(), orgOf(1), 1))[0]
    for (const after_event_id of [foreign, 'evt_unknown']) {
      const { status, body } = await recover(token, endpoint_id, { after_event_id })
      if (after_event_id === ids[0]) continue
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/after_event_id'])
    }
  })

  test('a ping of another endpoint is not missed', async () => {
    const receiver = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const other = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    await ping(platform(), token, other.endpoint_id)
    await platform().post(`${PATH}/${other.endpoint_id}/disable`, token)
    await settle(platform())
    receiver.received.length = 0
    expect((await recover(token, endpoint_id, { since, dry_run: true })).body.total).toBe(0)
  })

  test('a recovery is canceled when its endpoint is deleted, and another app finds neither', async () => {
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const { recovery_id } = (await recover(token, endpoint_id, { since })).body
    const stranger = await webhookToken(platform(), 1)
    const path = `${PATH}/${endpoint_id}/recoveries`
    expect((await platform().get(`${path}/${recovery_id}`, stranger)).body.code).toBe('webhook_endpoint_not_found')
    expect((await platform().get(`${path}/rcv_unknown`, token)).body.code).toBe('recovery_not_found')
    expect((await recover(stranger, endpoint_id, { since })).body.code).toBe('webhook_endpoint_not_found')
    await platform().post(`${PATH}/${endpoint_id}/disable`, token)
    expect((await recover(token, endpoint_id, { since })).body.code).toBe('webhook_endpoint_disabled')
  })

  test('a redelivery is a delivery of its own, with the same `webhook-id`', async () => {
    const receiver = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const { data } = (await platform().get(`${PATH}/${endpoint_id}/deliveries`, token)).body
    const { status, body } = await platform().post(`/v1.0/deliveries/${data[0].delivery_id}/redeliver`, token)
    expect([status, body.event_id]).toEqual([202, data[0].event_id])
    expect(body.delivery_id).not.toBe(data[0].delivery_id)
    await settle(platform())
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([body.event_id, body.event_id])
    expect((await readDelivery(platform(), token, body.delivery_id)).status).toBe('succeeded')
    const stranger = await webhookToken(platform(), 1)
    const foreign = await platform().post(`/v1.0/deliveries/${data[0].delivery_id}/redeliver`, stranger)
    expect([foreign.status, foreign.body.code]).toEqual([404, 'delivery_not_found'])
    await platform().call('DELETE', `${PATH}/${endpoint_id}`, { token })
    const gone = await platform().post(`/v1.0/deliveries/${data[0].delivery_id}/redeliver`, token)
    expect([gone.status, gone.body.code]).toEqual([404, 'webhook_endpoint_not_found'])
  })

  test('an app that lost a scope gets no more events that it may not read', async () => {
    const receiver = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const { data } = (await platform().get(`${PATH}/${endpoint_id}/deliveries`, token)).body
    await inDatabase(platform(), (run) =>
      run('update app set scopes = \'["webhook:read","webhook:write"]\' where org_id = $1', orgOf(0)),
    )
    await inDatabase(platform(), (run) => run("update delivery set status = 'failed'"))
    const again = await webhookToken(platform())
    const { status, body } = await platform().post(`/v1.0/deliveries/${data[0].delivery_id}/redeliver`, again)
    expect([status, body.code]).toEqual([404, 'event_not_found'])
    expect((await recover(again, endpoint_id, { since, dry_run: true })).body.total).toBe(0)
  })
})

describe.each(stores())('on %s', (store) => {
  test('kill -9 in the middle: the next server continues, and no delivery is made twice', {
    timeout: 120_000,
  }, async () => {
    const settings: Record<string, string> = { SENDOFF_DATA_DIR: temporaryDirectory() }
    if (store === 'postgres') {
      const { url, drop } = await createDatabase(inject('postgresUrl'))
      onTestFinished(drop)
      settings.DATABASE_URL = url
    }
    const config = { databaseUrl: settings.DATABASE_URL, dataDirectory: settings.SENDOFF_DATA_DIR }
    const database = { config } as Platform
    const TOTAL = 30_000
    const first = await startProcess(settings)
    const before = new Caller(first.base, first.data)
    const { org_id } = before.organization(0)
    await recordMany(database, org_id, TOTAL)
    const token = await before.appToken(org_id, ...webhookScopes)
    const receiver = await startReceiver(() => 204)
    const { endpoint_id } = (await before.post(PATH, token, { url: receiver.url, event_types: [UNLINKED] })).body
    const dry = await before.post(`${PATH}/${endpoint_id}/recover`, token, { since, dry_run: true })
    expect(dry.body.total).toBe(TOTAL)
    const begun = before.post(`${PATH}/${endpoint_id}/recover`, token, { since }).catch(() => {})
    const left = await inDatabase(database, async (run) => {
      for (;;) {
        const [row] = await run('select recovery_id, status, queued from recovery where queued > 0')
        if (row) return row
        await setImmediate()
      }
    })
    await first.kill('SIGKILL')
    await begun
    const [stopped] = await inDatabase(database, (run) => run('select status, queued from recovery'))
    expect(stopped.status).toBe('running')
    expect(Number(stopped.queued)).toBeLessThan(TOTAL)
    await receiver.stop()

    const second = await startProcess(settings)
    const after = new Caller(second.base, second.data)
    const path = `${PATH}/${endpoint_id}/recoveries/${left.recovery_id}`
    // It listens on another port, so it is another issuer.
    const anew = await after.appToken(org_id, ...webhookScopes)
    let now = await after.get(path, anew)
    while (now.body.status === 'running') now = await after.get(path, anew)
    expect(now.body).toMatchObject({ status: 'completed', total: TOTAL, queued: TOTAL })
    const [made] = await inDatabase(database, (run) =>
      run('select count(*) as deliveries, count(distinct event_id) as events from delivery'),
    )
    expect([Number(made.deliveries), Number(made.events)]).toEqual([TOTAL, TOTAL])
  })
})
