import { expect, test } from 'vitest'
import { associate } from '../support/demo.ts'
import { createEndpoint, ping } from '../support/endpoints.ts'
import { everyType, unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { failInsertions } from '../support/poison.ts'

onEachStore((platform) => {
  const countTo = (length: number) => Array.from({ length }, (_, index) => index + 1)

  test('concurrent unlinks and pings in several organisations leave no gap and no repetition in any of them', async () => {
    await associate(platform(), 0, 3)
    const organizations = platform().data.organizations.map(({ org_id }) => org_id)
    const pinging = await Promise.all(
      organizations.map(async (orgId) => {
        const token = await platform().appToken(orgId, 'webhook:write')
        const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
        return { token, endpoint_id }
      }),
    )
    await Promise.all([
      ...platform().data.associations.map((association) => unlink(platform(), association)),
      ...countTo(5).flatMap(() => pinging.map(({ token, endpoint_id }) => ping(platform(), token, endpoint_id))),
    ])
    for (const orgId of organizations) {
      const events = await platform().events(orgId)
      const unlinked = platform().data.associations.filter((one) => [one.org_id, one.associated_org_id].includes(orgId))
      expect(events.map(({ sequence }) => sequence)).toEqual(countTo(5 + unlinked.length))
      expect(events.filter(({ type }) => type === 'ping')).toHaveLength(5)
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    }
  })

  test('a refused unlink uses up no sequence', async () => {
    const { org_id, associated_org_id } = platform().association('upstream')
    const token = await platform().appToken(org_id, 'org:unlink')
    await platform().post('/v1.0/organization/unlink', token, { dept_id: 99, associated_org_id })
    await unlink(platform(), platform().association('upstream'))
    await unlink(platform(), platform().association('downstream'))
    expect((await platform().events(org_id)).map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  test.each(['event', 'delivery'])('without its %s being recorded, an unlink does not happen', async (table) => {
    const { org_id, dept_id, associated_org_id, association_id } = platform().association('upstream')
    const token = await platform().appToken(org_id, 'org:unlink', 'webhook:write', ...everyType)
    await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const work = await failInsertions(platform(), table)
    const answer = await platform().post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
    expect([answer.status, answer.body.code]).toEqual([500, 'internal_error'])
    expect((await platform().get(`/v1.0/associations/${association_id}`, token)).status).toBe(200)
    await work()
    await unlink(platform(), platform().association('upstream'))
    expect(must((await platform().events(org_id))[0]).sequence).toBe(1)
    expect(await platform().events(org_id)).toHaveLength(1)
  })
})
