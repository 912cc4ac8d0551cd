import type { Reader } from '../../store/schema.ts'

/** When the next attempt after a time falls due, in milliseconds of business time. */
export async function nextDueDelivery(db: Reader, after: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('delivery')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'delivery.endpoint_id')
    .select((least) => least.fn.min('delivery.due_at').as('due_at'))
    .where('delivery.status', '=', 'pending')
    .where('endpoint.status', '=', 'enabled')
    .where('delivery.due_at', '>', after)
    .executeTakeFirst()
  return row?.due_at ?? undefined
}
