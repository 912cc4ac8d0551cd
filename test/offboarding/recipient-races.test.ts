import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { must, openPlatform } from '../support/platform.ts'
import { hold } from '../support/postgres/hold.ts'

let platform: Awaited<ReturnType<typeof openPlatform>>
beforeAll(async () => {
  platform = await openPlatform('postgres')
})
afterAll(() => platform?.close())

test('a recipient who departs while a page is handed over to them hands over that page too', async () => {
  const { orgId, member, admin, named, register, resources, offboard, readMember } = await opened(platform.platform)
  const recipient_id = named('Alan').account_id
  await register(member.account_id, 'memo', 300)
  await register(member.account_id, 'note', 100)
  const databaseUrl = must(platform.platform.config.databaseUrl)
  const rest = `select resource_id from resource where account_id = '${member.account_id}' order by resource_id offset 350`
  const held = await hold(databaseUrl, `select 1 from resource where resource_id in (${rest}) for update`)
  const by_kind = [{ kind: 'note', action: 'transfer', recipient_id }]
  const first = offboard(member.account_id, { handover: { by_kind } })
  // The first page is handed over with the departure; the second is decided, and waits.
  await first
  await held.waited(1, new Promise(() => {}))
  const second = offboard(recipient_id, { handover: { recipient_id: admin.account_id } })
  await held.waited(2, second)
  await held.release()
  expect([(await first).status, (await second).status]).toEqual([201, 201])
  await settle(platform.platform)

  expect((await readMember(recipient_id)).status).toBe('departed')
  expect(await resources(recipient_id)).toEqual([])
  const orphans = await query(
    platform.platform,
    `select resource_id from resource join account using (account_id) where resource.org_id = '${orgId}'
      and account.status <> 'active' and resource.status <> 'held'`,
  )
  expect(orphans).toEqual([])
})
