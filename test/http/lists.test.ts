import { expect, test } from 'vitest'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('a cursor continues its own list alone: not another one, and not with other filters or of another organisation', async () => {
    const { orgId } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'org:read', 'resource:read')
    const get = (path: string, as = token) => platform().get(`/v1.0/${path}`, as)
    const { next_cursor: cursor } = (await get('members?limit=1&q=a')).body
    const continued = await get(`members?q=a&limit=2&cursor=${cursor}`)
    expect([continued.status, continued.body.data.length]).toEqual([200, 2])
    // The same filter in another spelling.
    expect((await get(`members?q=A&limit=2&cursor=${cursor}`)).body).toEqual(continued.body)
    const elsewhere = await platform().appToken((await open(platform(), 1)).orgId, 'member:read')
    const others = [
      get(`members?cursor=${cursor}`),
      get(`members?q=b&cursor=${cursor}`),
      get(`members?q=a&dept_id=1&cursor=${cursor}`),
      get(`members?q=a&status=departed&cursor=${cursor}`),
      get(`departments?cursor=${cursor}`),
      get(`departures?cursor=${cursor}`),
      get(`members?q=a&cursor=${cursor}`, elsewhere),
      get(`members?q=a&cursor=${cursor}x`),
      get('members?cursor=YWZ0ZXI6YWNjdF8w'),
    ]
    for (const { status, body } of await Promise.all(others)) {
      expect([status, body.code, body.errors]).toEqual([
        400,
        'invalid_request',
        [
          {
            in: 'query',
            pointer: '/cursor',
            detail: 'must be the next_cursor of a page of this list, with the same filters',
          },
        ],
      ])
    }
  })

  test('an id that occurs twice is refused where it stands, in every list of ids', async () => {
    const { orgId, member } = await open(platform())
    const token = await platform().appToken(orgId, 'member:write', 'webhook:write', 'org:policy:write')
    const { account_id } = member
    const answers = {
      create: await platform().post('/v1.0/members', token, {
        name: 'A',
        email: 'a@people.example',
        dept_ids: [2, 1, 2],
      }),
      update: await platform().call('PATCH', `/v1.0/members/${account_id}`, { token, body: { dept_ids: [2, 1, 2] } }),
    }
    for (const [id, { status, body }] of Object.entries(answers)) {
      const errors = [{ in: 'body', pointer: '/dept_ids/2', detail: 'must occur only once' }]
      expect([id, status, body.errors]).toEqual([id, 400, errors])
    }
  })
})
