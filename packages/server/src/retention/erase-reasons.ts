import { type RawBuilder, sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Step } from '../due-work/due-work.ts'
import { ERASED, withoutWords } from '../erasures/rewrite.ts'
import { system } from '../events/event.ts'
import { readStoredPolicy } from '../organizations/policy.ts'
import type { Tx } from '../store/schema.ts'
import { lockDeparturesOf } from './lock.ts'
import { eraseMentions } from './mentions.ts'
import { type ReasonSource, reasonSources } from './reasons.ts'
import { endedBy, hasEnded } from './source.ts'

/** The number of batch items that are read in one transaction. */
const PAGE = 500

/** Erases the reasons and comments of one record whose period is over (S110). It finds nothing to do where the policy, or a legal hold, keeps them by now. */
export const reasonRetentionStep: Step = async (work, { orgId, subjectId }) => {
  const { db, now } = work
  const source = reasonSources.find(({ prefix }) => subjectId.startsWith(`${prefix}_`))
  const { reason_retention_days: days } = await readStoredPolicy(db, orgId)
  if (!source || days === null) return 'done'
  await lockDeparturesOf(db, source, orgId, subjectId)
  if (!(await hasEnded(db, source, orgId, subjectId, endedBy(now, days)))) return 'done'
  if (source.table === 'offboarding_batch' && (await eraseItems(db, orgId, subjectId)) === 'again') return 'again'
  await eraseColumns(db, source, orgId, subjectId, now)
  await eraseMentions(db, orgId, subjectId)
  const after = { reasons: 'erased', reason_retention_days: days }
  await audit(work, system, { orgId, action: 'system', target: subjectId, after })
  return 'done'
}

async function eraseColumns(db: Tx, { table, key, columns }: ReasonSource, orgId: string, id: string, now: number) {
  const names = Object.keys(columns)
  const { rows } = await sql<Record<string, string | null>>`select ${sql.join(names.map((name) => sql.ref(name)))}
    from ${sql.table(table)} where org_id = ${orgId} and ${sql.ref(key)} = ${id}`.execute(db)
  const changes: RawBuilder<unknown>[] = [sql`reasons_erased_at = ${now}`]
  for (const [name, value] of Object.entries(rows[0] ?? {})) {
    if (value === null) continue
    changes.push(sql`${sql.ref(name)} = ${columns[name] === 'text' ? ERASED : withoutWords(value)}`)
  }
  await sql`update ${sql.table(table)} set ${sql.join(changes)} where org_id = ${orgId} and ${sql.ref(key)} = ${id}`.execute(
    db,
  )
}

/** Erases the reasons of the next page of a batch's items, which are those of each person's offboarding. */
async function eraseItems(db: Tx, orgId: string, batchId: string): Promise<'done' | 'again'> {
  const rows = await db
    .selectFrom('offboarding_batch_item')
    .select(['position', 'item'])
    .where('org_id', '=', orgId)
    .where('batch_id', '=', batchId)
    .where('item', 'like', '%"reason_text":"%')
    .where('item', 'not like', `%"reason_text":"${ERASED}"%`)
    .orderBy('position')
    .limit(PAGE)
    .execute()
  for (const { position, item } of rows) {
    await db
      .updateTable('offboarding_batch_item')
      .set({ item: withoutWords(item) })
      .where('org_id', '=', orgId)
      .where('batch_id', '=', batchId)
      .where('position', '=', position)
      .execute()
  }
  return rows.length === PAGE ? 'again' : 'done'
}
