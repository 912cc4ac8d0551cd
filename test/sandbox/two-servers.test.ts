import type { startServer } from '@sendoff/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromNow, HOUR } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { must, openPlatform } from '../support/platform.ts'
import { hold } from '../support/postgres/hold.ts'

let first: Awaited<ReturnType<typeof openPlatform>>
let second: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  first = await openPlatform('postgres')
  second = await first.platform.startBeside()
})
afterAll(async () => {
  await second?.stop()
  await first?.close()
})

test('the clock of one server answers when what fell due is done, also by another server', async () => {
  const { platform } = first
  const { member, offboard, offboarding } = await opened(platform)
  const effective_at = await fromNow(platform, HOUR)
  const { offboarding_id } = (await offboard(member.account_id, { effective_at })).body
  const held = await hold(
    must(platform.config.databaseUrl),
    `select 1 from account where account_id = '${member.account_id}' for update`,
  )
  // As another server's clock does; one of the two begins, and waits for the member.
  await query(platform, `insert into setting (name, value) values ('clock_offset', '${2 * HOUR}')`)
  await held.waited(1, new Promise(() => {}))
  const advance = async (base: string) => {
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify({ by: 'PT0S' }) }
    const { status } = await fetch(`${base}/v1.0/sandbox/clock/advance`, request)
    return [status, (await offboarding(offboarding_id)).status]
  }
  const advanced = [advance(platform.base), advance(second.base)]
  // Time enough for the one that has nothing to do itself.
  for (let i = 0; i < 20; i++) await fromNow(platform, 0)
  await held.release()
  expect(await Promise.all(advanced)).toEqual(Array(2).fill([200, 'completed']))
})
