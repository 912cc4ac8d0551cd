import { inDatabase } from '../events/database.ts'
import type { Platform } from '../support/platform.ts'

/**
 * Records many events of an organisation at once, without deliveries, as if they had happened before any endpoint was there.
 *
 * @returns their ids, in order
 */
export async function recordMany(platform: Pick<Platform, 'config'>, orgId: string, count: number): Promise<string[]> {
  return inDatabase(platform as Platform, async (run) => {
    const [{ first }] = (await run('select last_sequence as first from organization where org_id = $1', orgId)) as [
      { first: string | number },
    ]
    const start = Number(first)
    await run(
      `insert into event (org_id, sequence, event_id, type, body, created_at)
      with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
      select '${orgId}', n + ${start}, 'evt_many_' || (n + ${start}), 'organization.association.unlinked',
        '{"id":"evt_many_' || (n + ${start}) || '","type":"organization.association.unlinked","timestamp":"2026-11-22T08:00:00.000Z","org_id":"${orgId}","sequence":' || (n + ${start}) || ',"data":{}}',
        ${Date.now()} from numbers`,
    )
    await run(`update organization set last_sequence = ${start + count} where org_id = $1`, orgId)
    return Array.from({ length: count }, (_, index) => `evt_many_${start + index + 1}`)
  })
}
