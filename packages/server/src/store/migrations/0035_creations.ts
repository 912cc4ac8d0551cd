import { type Kysely, sql } from 'kysely'

/** Adds indexes by which things that are done later are found by the person who asked for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index offboarding_of_actor on offboarding (org_id, actor_id, offboarding_id) where status = 'scheduled'`.execute(
    db,
  )
  await sql`create index scheduled_unlink_of_actor on scheduled_unlink (org_id, actor_id, unlink_id) where status = 'scheduled'`.execute(
    db,
  )
  await sql`create index offboarding_batch_running on offboarding_batch (org_id, batch_id) where status = 'running'`.execute(
    db,
  )
  await sql`create index legal_hold_of_placer on legal_hold (org_id, placed_by, hold_id) where released_at is null`.execute(
    db,
  )
}
