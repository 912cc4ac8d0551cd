import { audit } from '../audit/audit.ts'
import { clearAccount, purgeStep } from '../departures/purge.ts'
import { type Step, schedule, unschedule } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import type { ErasureRow } from './erasure.ts'
import { lookAtPage, type Place, type Tally } from './page.ts'
import type { Person } from './person.ts'
import { tables } from './register.ts'
import { removeSignIn } from './sign-in.ts'

/** The time after which an erasure looks again, in milliseconds. */
const MINUTE = 60_000

/** The state of an erasure between its steps. It holds the texts of the person, and is removed in the end. */
export type Progress = {
  person: Person
  /** Null until what was held is purged. */
  place: Place | null
  tallies: Record<string, Tally>
}

/**
 * Does the next part of an erasure (S100): purges what was held, rewrites every table of the register page by page, removes the sign-in,
 * and searches every table for what is left (S101).
 */
export const erasureStep: Step = async (work, { orgId, subjectId }) => {
  const row = await work.db
    .selectFrom('erasure')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('erasure_id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.progress) return 'done'
  const progress = JSON.parse(row.progress) as Progress
  if (progress.place === null) {
    if (await isBatchRunning(work.db, orgId)) {
      await schedule(work, { orgId, kind: 'erasure', subjectId, dueAt: work.now + MINUTE })
      return 'done'
    }
    if ((await purgeDepartures(work, row)) === 'again') return 'again'
    await clearAccount(work.db, row.account_id)
    await save(work, row, { ...progress, place: { pass: 'rewrite', table: 0, after: null } })
    return 'again'
  }
  const { person, place, tallies } = progress
  const table = tables[place.table] as string
  const tally = tallies[table] ?? { looked_at: 0, changed: 0, found: 0, mentions: 0 }
  const next = await lookAtPage(work.db, orgId, person, place, tally)
  const now = { person, tallies: { ...tallies, [table]: tally } }
  if (next) {
    await save(work, row, { ...now, place: next })
    return 'again'
  }
  await complete(work, row, now.tallies)
  return 'done'
}

/** Checks for batches of offboardings that are under way: their reason is still needed, and may be about the person. */
async function isBatchRunning(db: Tx, orgId: string): Promise<boolean> {
  const running = await db
    .selectFrom('offboarding_batch')
    .select('batch_id')
    .where('org_id', '=', orgId)
    .where('status', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  return running !== undefined
}

/** An erasure ends the time for a restore: everything that is still held is removed now. */
async function purgeDepartures(work: Work, { org_id: orgId, account_id }: ErasureRow): Promise<'done' | 'again'> {
  const departed = await work.db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', account_id)
    .where('status', '=', 'departed')
    .execute()
  for (const { departure_id: subjectId } of departed) {
    if ((await purgeStep(work, { orgId, kind: 'purge', subjectId, dueAt: work.now })) === 'again') return 'again'
    await unschedule(work.db, orgId, 'purge', subjectId)
  }
  return 'done'
}

async function save(work: Work, { org_id, erasure_id }: ErasureRow, progress: Progress): Promise<void> {
  await work.db
    .updateTable('erasure')
    .set({ progress: JSON.stringify(progress) })
    .where('org_id', '=', org_id)
    .where('erasure_id', '=', erasure_id)
    .execute()
}

async function complete(work: Work, row: ErasureRow, tallies: Progress['tallies']): Promise<void> {
  const { org_id: orgId, erasure_id, account_id } = row
  const sign_in = await removeSignIn(work, account_id)
  const proof = Object.entries(tallies).map(([table, tally]) => ({ table, ...tally }))
  await work.db
    .updateTable('erasure')
    .set({ status: 'completed', progress: null, proof: JSON.stringify(proof), sign_in, completed_at: work.now })
    .where('org_id', '=', orgId)
    .where('erasure_id', '=', erasure_id)
    .execute()
  await appendEvents(work, [{ orgId, type: 'account.erased', actor: system, data: { erasure_id, account_id } }])
  const change = { before: { status: 'running' }, after: { status: 'completed', erasure_id } }
  await audit(work, system, { orgId, action: 'system', target: account_id, ...change })
  work.wake('erasures')
}
