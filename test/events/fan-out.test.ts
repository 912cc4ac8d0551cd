import { describe, expect, test } from 'vitest'
import { administratorOf, thirdParty } from '../support/apps.ts'
import { inDatabase } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { createEndpoint, PATH, settle } from '../support/endpoints.ts'
import { createMany } from '../support/many-endpoints.ts'
import { must, onEachStore } from '../support/platform.ts'
import { poison } from '../support/poison.ts'
import { startReceiver } from '../support/receiver.ts'

/** Each resource then has an event of its own. */
const deleting = { handover: { by_kind: [{ kind: 'note', action: 'delete' }] } }

onEachStore((platform) => {
  const app = () => must(platform().organization(0).apps[0])
  const token = () =>
    platform().clientToken(app(), ['webhook:read', 'webhook:write', 'member:read', 'resource:read', 'member:write'])
  const count = (statement: string, ...values: string[]) =>
    inDatabase(platform(), async (run) => Number(must((await run(statement, ...values))[0]).count))
  /** Lets nothing be made after the transaction until the test says so. */
  const holdFanOut = () => poison(platform(), { table: 'fan_out', when: 'update', where: '1 = 1' })

  test.each([
    [10, 250],
    [15, 300],
  ])(
    'a departure is a fact with %d endpoints and %d resources, and every delivery arrives once',
    { timeout: 180_000 },
    async (endpoints, resources) => {
      const { create, register, departed, orgId } = await opened(platform())
      const receiver = await startReceiver()
      await createMany(platform(), await token(), endpoints, (n) => `${receiver.url}/${n}`)
      const account_id = await create({ name: 'Noor', email: 'noor@aster.example' })
      await register(account_id, 'note', resources)
      await departed(account_id, deleting)
      await settle(platform())
      const made = `from delivery join event on event.org_id = delivery.org_id and event.sequence = delivery.sequence
        where event.org_id = $1 and event.type in ('member.departed', 'resource.deleted', 'handover.completed')`
      const expected = (resources + 2) * endpoints
      expect(await count(`select count(*) as count ${made} and status = 'succeeded'`, orgId)).toBe(expected)
      const pairs = `select distinct endpoint_id, delivery.event_id ${made}`
      expect(await count(`select count(*) as count from (${pairs}) as pairs`, orgId)).toBe(expected)
      expect(await count(`select count(*) as count ${made}`, orgId)).toBe(expected)
      expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBeGreaterThan(resources)
      expect(await count('select count(*) as count from fan_out')).toBe(0)
      expect(await count('select count(*) as count from fan_out_audience')).toBe(0)
    },
  )

  describe('while the deliveries of a departure are still to be made', () => {
    async function departing() {
      const { create, register, departed, orgId, ...rest } = await opened(platform())
      const account_id = await create({ name: 'Noor', email: 'noor@aster.example' })
      await register(account_id, 'note', 200)
      return { ...rest, create, orgId, depart: () => departed(account_id, deleting) }
    }

    test('later events queue behind them, so that no endpoint gets them in another order', async () => {
      const { depart, create } = await departing()
      const receiver = await startReceiver()
      const ids = await createMany(platform(), await token(), 10, (n) => `${receiver.url}/${n}`)
      await settle(platform())
      const heal = await holdFanOut()
      await depart()
      await create({ name: 'Late', email: 'late@aster.example' })
      expect(await count('select count(*) as count from fan_out')).toBeGreaterThan(1)
      await heal()
      await platform().advance('PT1M')
      for (const id of ids) {
        const sequences = await inDatabase(platform(), (run) =>
          run('select sequence from delivery where endpoint_id = $1 order by delivery_id', id),
        )
        const numbers = sequences.map(({ sequence }) => Number(sequence))
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
        expect(new Set(numbers).size).toBe(numbers.length)
      }
    })

    test('an endpoint that is deleted gets none of them, and one that is disabled gets them once it is enabled', async () => {
      const { depart } = await departing()
      const receiver = await startReceiver()
      const asApp = await token()
      const ids = await createMany(platform(), asApp, 10, (n) => `${receiver.url}/${n}`)
      const [deleted = '', disabled = ''] = ids
      await settle(platform())
      const heal = await holdFanOut()
      await depart()
      const owed = (id: string, status: string) =>
        count(
          "select count(*) as count from delivery where endpoint_id = $1 and status = $2 and event_type = 'resource.deleted'",
          id,
          status,
        )
      await platform().call('DELETE', `${PATH}/${deleted}`, { token: asApp })
      await platform().post(`${PATH}/${disabled}/disable`, asApp)
      await heal()
      await platform().advance('PT1M')
      expect([await owed(deleted, 'pending'), await owed(deleted, 'succeeded')]).toEqual([0, 0])
      expect(await owed(disabled, 'held')).toBe(200)
      await platform().post(`${PATH}/${disabled}/enable`, asApp)
      await platform().advance('PT2M')
      expect(await owed(disabled, 'held')).toBe(0)
      expect(await owed(disabled, 'succeeded')).toBe(200)
    })

    test('an app whose authorization ends gets none of them but that it ended', async () => {
      const customer = thirdParty(platform())
      const index = platform().data.organizations.findIndex(({ org_id }) => org_id === customer.authorizedBy)
      const { create, register, departed } = await opened(platform(), index)
      const account_id = await create({ name: 'Noor', email: 'noor@birch.example' })
      await register(account_id, 'note', 200)
      const receiver = await startReceiver()
      const asApp = await platform().clientToken(customer, ['webhook:read', 'webhook:write'])
      await createMany(platform(), asApp, 10, (n) => `${receiver.url}/${n}`)
      await inDatabase(platform(), (run) =>
        run(
          `update "authorization" set scopes = '["member:read","resource:read","org:read","webhook:read"]' where app_id = $1`,
          customer.app_id,
        ),
      )
      await inDatabase(platform(), (run) =>
        run(
          `update app set scopes = '["member:read","resource:read","org:read","webhook:read","webhook:write"]' where app_id = $1`,
          customer.app_id,
        ),
      )
      await settle(platform())
      const heal = await holdFanOut()
      await departed(account_id, deleting)
      const giver = await administratorOf(platform(), customer.authorizedBy)
      const listed = await platform().get('/v1.0/authorizations', giver.token)
      const mine = listed.body.data.find((one: { app_id: string }) => one.app_id === customer.app_id)
      expect((await giver.delete(`authorizations/${mine.authorization_id}`)).status).toBe(204)
      await heal()
      await platform().advance('PT1M')
      const types = new Set(receiver.received.map(({ event }) => event.type))
      expect(types).not.toContain('resource.deleted')
      expect(types).toContain('app.deauthorized')
    })

    test('a recovery does not make them a second time', async () => {
      const { depart } = await departing()
      const receiver = await startReceiver()
      const asApp = await token()
      const [first = ''] = await createMany(platform(), asApp, 10, (n) => `${receiver.url}/${n}`)
      await settle(platform())
      const heal = await holdFanOut()
      await depart()
      const since = new Date(Date.now() - 60_000).toISOString()
      const dry = await platform().post(`${PATH}/${first}/recover`, asApp, { since, dry_run: true })
      expect(dry.status).toBe(200)
      await platform().post(`${PATH}/${first}/recover`, asApp, { since })
      await heal()
      await platform().advance('PT1M')
      const rows = await inDatabase(platform(), (run) =>
        run('select event_id, count(*) as count from delivery where endpoint_id = $1 group by event_id', first),
      )
      expect(rows.filter((row) => Number(row.count) > 1)).toEqual([])
    })
  })

  test('an app has at most 250 endpoints, and the refusal says so', async () => {
    const receiver = await startReceiver()
    const asApp = await token()
    const ids = await createMany(platform(), asApp, 249, () => receiver.url)
    await createEndpoint(platform(), asApp, receiver.url)
    const refused = await platform().post(PATH, asApp, { url: receiver.url })
    expect([refused.status, refused.body.code]).toEqual([409, 'too_many_webhook_endpoints'])
    await platform().call('DELETE', `${PATH}/${ids[0]}`, { token: asApp })
    await createEndpoint(platform(), asApp, receiver.url)
  })
})
