import type { Scope } from '@sendoff/api'
import { expect, test } from 'vitest'
import { associate, authorize } from '../support/demo.ts'
import { createEndpoint, settle } from '../support/endpoints.ts'
import { contractSchema, everyType, unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

// The app belongs to the fourth organisation of the demo, and the first has authorised it.
const [CUSTOMER, OWNER] = [0, 3]

onEachStore((platform) => {
  const app = () => must(platform().data.third_party_apps[0])
  const resourceOf = (index: number) => `${platform().base}/v1.0/organizations/${platform().organization(index).org_id}`
  const tokenFor = (index: number, ...scopes: Scope[]) => platform().clientToken(app(), scopes, resourceOf(index))
  const deauthorized = async (index: number) =>
    (await platform().events(platform().organization(index).org_id)).filter(({ type }) => type === 'app.deauthorized')
  const mirrored = (side: Awaited<ReturnType<typeof associate>>) => ({
    ...side,
    org_id: side.associated_org_id,
    associated_org_id: side.org_id,
  })

  test('the preview names the authorization that would end, and ends nothing', async () => {
    const { org_id, dept_id, associated_org_id } = await associate(platform(), CUSTOMER, OWNER)
    const token = await platform().appToken(org_id, 'org:unlink')
    const answer = await platform().post('/v1.0/organization/unlink/preview', token, { dept_id, associated_org_id })
    expect(answer.status).toBe(200)
    expect(answer.body.authorizations).toEqual([
      {
        authorization_id: expect.stringMatching(/^auth_/),
        app_id: app().app_id,
        app_name: app().name,
        scopes: app().scopes,
      },
    ])
    expect((await platform().get('/v1.0/organization', await tokenFor(CUSTOMER, 'org:read'))).status).toBe(200)
    expect(await deauthorized(CUSTOMER)).toEqual([])
  })

  test.each(['the organisation that authorised it', "the app's own organisation"])(
    'an unlink by %s ends the authorization: its token is refused, and there is no new one',
    async (by) => {
      const association = await associate(platform(), CUSTOMER, OWNER)
      const before = await tokenFor(CUSTOMER, 'org:read')
      const appLevel = await platform().clientToken(app(), ['webhook:read'])
      expect((await platform().get('/v1.0/organization', before)).status).toBe(200)
      await unlink(platform(), by.startsWith('the organisation') ? association : mirrored(association))

      const after = await platform().get('/v1.0/organization', before)
      expect([after.status, after.body.code]).toEqual([403, 'org_not_authorized'])
      const refused = await platform().askToken(app(), { scope: 'org:read', resource: resourceOf(CUSTOMER) })
      expect([refused.status, refused.body.error]).toEqual([400, 'invalid_target'])
      // The app itself continues.
      expect((await platform().get('/v1.0/webhook-endpoints', appLevel)).status).toBe(200)
    },
  )

  test('the organisation that had authorised the app has one event of it, and the other none', async () => {
    const association = await associate(platform(), CUSTOMER, OWNER)
    await unlink(platform(), association)
    const events = await deauthorized(CUSTOMER)
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      org_id: association.org_id,
      actor: { type: 'app', id: platform().organization(CUSTOMER).apps[0]?.app_id },
      data: { authorization_id: expect.stringMatching(/^auth_/), app_id: app().app_id, cause: 'association_unlinked' },
    })
    expect((await contractSchema('AppDeauthorizedEvent'))(events[0])).toEqual([])
    expect(await deauthorized(OWNER)).toEqual([])
  })

  test('the app still gets this event, and none that comes after', async () => {
    const receiver = await startReceiver()
    const association = await associate(platform(), CUSTOMER, OWNER)
    await createEndpoint(platform(), await platform().clientToken(app(), ['webhook:write']), receiver.url)
    await unlink(platform(), association)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(receiver.received.map(({ event }) => [event.org_id, event.type]).sort()).toEqual([
      [association.org_id, 'app.deauthorized'],
      [association.org_id, 'organization.association.unlinked'],
    ])
  })

  test('authorizations of other organisations, and those for apps of others, stay', async () => {
    const association = await associate(platform(), CUSTOMER, OWNER)
    await authorize(platform(), 1, ['org:read'])
    const [customer, other] = [await tokenFor(CUSTOMER, 'org:read'), await tokenFor(1, 'org:read')]
    await unlink(platform(), platform().association('upstream'))
    expect(await deauthorized(CUSTOMER)).toEqual([])
    expect(await deauthorized(1)).toEqual([])
    expect((await platform().get('/v1.0/organization', customer)).status).toBe(200)

    await unlink(platform(), association)
    expect((await platform().get('/v1.0/organization', customer)).status).toBe(403)
    expect((await platform().get('/v1.0/organization', other)).status).toBe(200)
  })

  test('a new authorization after an unlink does not revive an old token', async () => {
    const old = await tokenFor(CUSTOMER, 'org:read')
    await unlink(platform(), await associate(platform(), CUSTOMER, OWNER))
    await authorize(platform(), CUSTOMER, [...everyType])
    const answer = await platform().get('/v1.0/organization', old)
    expect([answer.status, answer.body.code]).toEqual([401, 'token_revoked'])
    expect((await platform().get('/v1.0/organization', await tokenFor(CUSTOMER, 'org:read'))).status).toBe(200)
  })
})
