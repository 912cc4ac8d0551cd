import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Step } from '../due-work/due-work.ts'
import { system } from '../events/event.ts'
import { readStoredPolicy } from '../organizations/policy.ts'
import type { Schema, Tx } from '../store/schema.ts'
import { lockDeparturesOf } from './lock.ts'
import { eraseMentions } from './mentions.ts'
import { recordSources } from './records.ts'
import { endedBy, hasEnded, type Source } from './source.ts'

/** The number of rows that one transaction removes. */
const PAGE = 500

/** The parts of a record by its table, with the column that tells them apart; those that can be many first. */
const parts: Partial<Record<keyof Schema, readonly (readonly [keyof Schema, string])[]>> = {
  departure: [
    ['handover_item', 'resource_id'],
    ['receipt', 'receipt_id'],
    ['held_handover', 'handover_id'],
    ['departure_reference', 'subject_id'],
    ['legal_hold', 'hold_id'],
  ],
  offboarding_batch: [['offboarding_batch_item', 'position']],
}

/** Removes one record whose period is over, with its parts, page by page (S111). It finds nothing to do where the policy, or a legal hold, keeps it by now. */
export const recordRetentionStep: Step = async (work, { orgId, subjectId }) => {
  const { db, now } = work
  const source = recordSources.find(({ prefix }) => subjectId.startsWith(`${prefix}_`))
  const { record_retention_days: days } = await readStoredPolicy(db, orgId)
  if (!source || days === null) return 'done'
  await lockDeparturesOf(db, source, orgId, subjectId)
  if (!(await hasEnded(db, source, orgId, subjectId, endedBy(now, days)))) return 'done'
  for (const [table, column] of parts[source.table] ?? []) {
    if ((await removePage(db, { orgId, table, column, of: source, id: subjectId })) === PAGE) return 'again'
  }
  if (source.table === 'departure') await removeRequests(db, orgId, subjectId)
  await remove(db, source, orgId, subjectId)
  const after = { record: 'removed', record_retention_days: days }
  await audit(work, system, { orgId, action: 'system', target: subjectId, after })
  return 'done'
}

type Part = { orgId: string; table: keyof Schema; column: string; of: Source; id: string }

async function removePage(db: Tx, { orgId, table, column, of, id }: Part): Promise<number> {
  const where = sql`org_id = ${orgId} and ${sql.ref(of.key)} = ${id}`
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where} and ${sql.ref(column)} in (
    select ${sql.ref(column)} from ${sql.table(table)} where ${where} limit ${PAGE})`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Removes the application and the offboarding that led to a departure. */
async function removeRequests(db: Tx, orgId: string, departureId: string): Promise<void> {
  for (const source of recordSources.filter(({ prefix }) => prefix === 'lap' || prefix === 'off')) {
    const { rows } = await sql<{ id: string }>`select ${sql.ref(source.key)} as id from ${sql.table(source.table)}
      where org_id = ${orgId} and departure_id = ${departureId}`.execute(db)
    for (const { id } of rows) await remove(db, source, orgId, id)
  }
}

/** Removes a record with the words about it in the audit log, whose entries stay. */
async function remove(db: Tx, { table, key }: Source, orgId: string, id: string): Promise<void> {
  await eraseMentions(db, orgId, id)
  await sql`delete from ${sql.table(table)} where org_id = ${orgId} and ${sql.ref(key)} = ${id}`.execute(db)
}
