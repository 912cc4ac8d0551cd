import { type Kysely, sql } from 'kysely'

type Before = { event: { org_id: string; sequence: number; type: string; body: string; only_for: string | null } }

/** Restricts events about an app's own endpoints to that app, and records the trace of the request that caused an event. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('event').addColumn('only_for', 'text').execute()
  await db.schema.alterTable('event').addColumn('traceparent', 'text').execute()
  const events = (db as Kysely<Before>)
    .selectFrom('event')
    .select(['org_id', 'sequence', 'body'])
    .where((is) => is.or([is('type', '=', 'ping'), is('type', 'like', sql.lit('webhook_endpoint.%'))]))
  for (const { org_id, sequence, body } of await events.execute()) {
    const { actor, data } = JSON.parse(body)
    await (db as Kysely<Before>)
      .updateTable('event')
      .set({ only_for: data.app_id ?? actor.id })
      .where('org_id', '=', org_id)
      .where('sequence', '=', sequence)
      .execute()
  }
}
