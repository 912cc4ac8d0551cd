import { inDatabase, rows } from './database.ts'
import { createEndpoint } from './endpoints.ts'
import { recordMany } from './many-events.ts'
import type { Platform } from './platform.ts'

/**
 * Creates many endpoints of an app: the first by the API, the others as rows like its own, with the same secret.
 *
 * @param url gives the URL of the nth endpoint
 * @returns their ids, in order
 */
export async function createMany(platform: Platform, token: string, count: number, url: (n: number) => string) {
  const { endpoint_id } = await createEndpoint(platform, token, url(0))
  const ids = [endpoint_id, ...Array.from({ length: count - 1 }, (_, n) => `${endpoint_id}_${n + 1}`)]
  const others = ids.slice(1).map((id, n) => ({ endpoint_id: id, url: url(n + 1) }))
  for (const table of ['webhook_endpoint', 'endpoint_health', 'webhook_secret'] as const) {
    await rows(platform, async (db) => {
      const one = await db
        .selectFrom(table)
        .selectAll()
        .where('endpoint_id', '=', endpoint_id)
        .executeTakeFirstOrThrow()
      const values = others.map((other) => ({
        ...one,
        ...(table === 'webhook_endpoint' ? other : { endpoint_id: other.endpoint_id }),
      }))
      await db
        .insertInto(table)
        .values(values as never)
        .execute()
    })
  }
  return ids
}

/** Owes each of many endpoints `count` events of an organisation; a server finds them at its next poll. */
export async function oweEach(platform: Platform, orgId: string, ids: string[], count: number): Promise<void> {
  const events = await recordMany(platform, orgId, count)
  const list = (values: string[]) => values.map((value) => `'${value}'`).join(', ')
  await inDatabase(platform, (run) =>
    run(
      `insert into delivery (org_id, delivery_id, endpoint_id, event_id, sequence, event_type, status, attempts, due_at, lease_until, created_at)
      select event.org_id, 'dlv_' || event.event_id || endpoint.endpoint_id, endpoint.endpoint_id, event.event_id, event.sequence,
        event.type, 'pending', 0, 0, 0, event.created_at
      from event cross join webhook_endpoint endpoint
      where event.event_id in (${list(events)}) and endpoint.endpoint_id in (${list(ids)})`,
    ),
  )
}
