import type { Platform } from '../support/platform.ts'
import { inDatabase } from './database.ts'

/**
 * Records many events of an organisation with one statement, without deliveries, as if they were older than any endpoint.
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

/**
 * Owes an endpoint many events of an organisation, recorded by {@link recordMany}.
 *
 * @param more SQL for columns of `delivery`, which may use `event.sequence`
 */
export async function oweMany(
  platform: Pick<Platform, 'config'>,
  orgId: string,
  endpointId: string,
  count: number,
  more: { subject?: string; status?: string; attempts?: string; due_at?: string } = {},
): Promise<string[]> {
  const ids = await recordMany(platform, orgId, count)
  const { subject = 'null', status = "'pending'", attempts = '0', due_at = '0' } = more
  await inDatabase(platform as Platform, (run) =>
    run(
      `insert into delivery (org_id, delivery_id, endpoint_id, event_id, sequence, event_type, subject, status, attempts, due_at, lease_until, created_at)
      select org_id, 'dlv_' || event_id, '${endpointId}', event_id, sequence, type, ${subject}, ${status}, ${attempts}, ${due_at}, 0, created_at
      from event where org_id = $1 and sequence >= $2`,
      orgId,
      Number(ids[0]?.replace('evt_many_', '')),
    ),
  )
  return ids
}
