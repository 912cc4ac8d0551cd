import { Refusal } from '../refusal.ts'
import { isOneOf, isPostgres } from '../store/recordset.ts'
import type { Reader, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'

/** @throws {Refusal} `dissolution_in_progress`; call it with the organisation locked */
export async function requireNotDissolving(tx: Tx, orgId: string): Promise<void> {
  const { status } = await tx
    .selectFrom('organization')
    .select('status')
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  if (status !== 'active') throw new Refusal('dissolution_in_progress')
}

/**
 * Locks organisations until the transaction ends, always in the order of their ids, so that two transactions can't
 * deadlock.
 */
export async function lockOrganizations(tx: Tx, orgIds: string[]): Promise<void> {
  // On SQLite a writing transaction is alone.
  if (!isPostgres(tx)) return
  const [one, other = one, ...more] = orgIds
  if (one !== undefined && other !== undefined && more.length === 0) return void (await lockTwo(tx, { one, other }))
  await tx
    .selectFrom('organization')
    .select('org_id')
    .where(isOneOf(tx, 'org_id', orgIds))
    .orderBy('org_id')
    .forUpdate()
    .execute()
}

/**
 * Locks two organisations, the usual number, with a statement that PostgreSQL keeps prepared; it would plan a list each
 * time.
 */
const lockTwo = statement((db, $: Placing<{ one: string; other: string }>) =>
  db
    .selectFrom('organization')
    .select('org_id')
    .where('org_id', 'in', [$('one'), $('other')])
    .orderBy('org_id')
    .forUpdate(),
)

/** True once the dissolution of an organisation has taken effect: `organization.dissolved` was its last event. */
export async function isDissolved(db: Reader, orgId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select('status').where('org_id', '=', orgId).executeTakeFirst()
  return row?.status === 'dissolved'
}
