import { sql } from 'kysely'
import type { Tx } from '../store/schema.ts'
import type { Source } from './source.ts'

/** Locks the departures of the account that a record is about, so that a legal hold is placed before or after. */
export async function lockDeparturesOf(db: Tx, source: Source, orgId: string, id: string): Promise<void> {
  if (!source.account) return
  const { rows } = await sql<{ account: string | null }>`select ${source.account} as account from ${source.from}
    where ${sql.ref(`${source.table}.org_id`)} = ${orgId} and ${sql.ref(`${source.table}.${source.key}`)} = ${id}`.execute(
    db,
  )
  const accountId = rows[0]?.account
  if (!accountId) return
  await db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .orderBy('departure_id')
    .forUpdate()
    .execute()
}
