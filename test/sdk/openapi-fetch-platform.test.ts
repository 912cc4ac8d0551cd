import { createPathClient } from '@sendoff/sdk/openapi-fetch'
import { expect, test } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('an app unlinks by path, is refused the second time, and reads a list as CSV', async () => {
    const { org_id, dept_id, associated_org_id } = must(platform().data.associations[0])
    const { client_id, client_secret } = must(platform().organizationOf(org_id).apps[0])
    const client = createPathClient({
      baseUrl: platform().base,
      clientId: client_id,
      clientSecret: client_secret,
      scopes: ['org:unlink', 'member:read'],
    })
    const body = { dept_id, associated_org_id }
    expect((await client.POST('/v1.0/organization/unlink', { body })).data?.result).toBe(true)
    const { error, response } = await client.POST('/v1.0/organization/unlink', { body })
    expect([error?.code, response.status]).toEqual(['association_not_found', 404])
    const { data } = await client.GET('/v1.0/members', { params: { query: { limit: 2 } } })
    expect(data?.data).toHaveLength(2)
    const csv = await client.GET('/v1.0/members', { headers: { accept: 'text/csv' }, parseAs: 'text' })
    expect(csv.data).toMatch(/^\W*account_id,/)
  })
})
