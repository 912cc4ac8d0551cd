import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { type Step, schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { makeFounder, requireSuccessor } from '../successor.ts'
import { endReplacement } from './end.ts'
import { isWaiting, lockReplacement, type ReplacementRow } from './replacement.ts'
import { tellAdministrators } from './tell.ts'
import { startWaiting } from './waiting-time.ts'

/** The pause before the next try while the administrators are not told yet, in milliseconds. */
const NOT_TOLD = 60 * 60 * 1000

/** The actor of everything that an operator or the time does. */
const bySystem = { who: system, action: 'system' } as const

/**
 * Takes the due step of a founder replacement: begins it, reminds of it, takes it back for the operator, or carries it out (S102). Everything
 * is checked again each time, under the locks of the two accounts.
 */
export const founderReplacementStep: Step = async (work, { orgId, subjectId }) => {
  const { founder_id, successor_id } = await readAccounts(work.db, orgId, subjectId)
  const locked = await lockMembers(work.db, orgId, [founder_id, successor_id])
  const row = await lockReplacement(work.db, orgId, subjectId)
  if (row.status === 'requested') {
    const failure = row.end_reason === null ? await obstacle(work.db, row, locked) : undefined
    if (row.end_reason !== null) await endUnbegun(work, row, { status: 'canceled' })
    else if (failure) await endUnbegun(work, row, { status: 'failed', failure })
    else await begin(work, row)
  } else if (isWaiting(row)) {
    if (row.end_reason !== null) {
      await endReplacement(work, row, { status: 'canceled', end_reason: row.end_reason }, bySystem)
    } else if (row.effective_at <= work.now) await carryOut(work, row, locked)
    else if (row.telling !== 'started') await tellAdministrators(work, row, 'reminder')
  }
  return 'done'
}

function readAccounts(tx: Tx, orgId: string, replacementId: string) {
  return tx
    .selectFrom('founder_replacement')
    .select(['founder_id', 'successor_id'])
    .where('org_id', '=', orgId)
    .where('replacement_id', '=', replacementId)
    .executeTakeFirstOrThrow()
}

type Named = { org_id: string; founder_id: string; successor_id: string }

/** Finds the reason why the successor can't become the founder, if there is one. */
async function obstacle(tx: Tx, row: Named, locked: MemberRow[]): Promise<string | undefined> {
  const { status } = await tx
    .selectFrom('organization')
    .select('status')
    .where('org_id', '=', row.org_id)
    .executeTakeFirstOrThrow()
  if (status === 'dissolved') return 'organization_dissolved'
  const founder = locked.find(({ account_id }) => account_id === row.founder_id)
  if (founder?.role !== 'founder' || founder.status !== 'active') return 'founder_changed'
  try {
    const successor = requireMember(locked, row.successor_id)
    await requireSuccessor(tx, successor, row.founder_id)
    return successor.role === 'admin' ? undefined : 'admin_required'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

async function begin(work: Work, row: Named & { replacement_id: string; waiting_days: number }): Promise<void> {
  const { org_id: orgId, replacement_id, founder_id, successor_id } = row
  const effective_at = timestamp(await startWaiting(work, row))
  const data = { replacement_id, founder_id, successor_id, effective_at }
  await appendEvents(work, [{ orgId, type: 'organization.founder_replacement_started', actor: system, data }])
  await audit(work, system, { orgId, action: 'system', target: replacement_id, after: { status: 'waiting', ...data } })
  await tellAdministrators(work, row, 'started')
}

/** Ends a request that never began; nobody was told of it, and nobody is. */
async function endUnbegun(
  work: Work,
  row: Named & { replacement_id: string },
  end: { status: 'canceled' } | { status: 'failed'; failure: string },
): Promise<void> {
  await work.db
    .updateTable('founder_replacement')
    .set({ ...end, ended_at: work.now, ended_by_type: 'system', ended_by: system.id })
    .where('org_id', '=', row.org_id)
    .where('replacement_id', '=', row.replacement_id)
    .execute()
  const change = { before: { status: 'requested' }, after: end }
  await audit(work, system, { orgId: row.org_id, action: 'system', target: row.replacement_id, ...change })
}

async function carryOut(work: Work, row: ReplacementRow, locked: MemberRow[]): Promise<void> {
  if (row.telling === 'started') {
    const dueAt = work.now + NOT_TOLD
    return schedule(work, { orgId: row.org_id, kind: 'founder_replacement', subjectId: row.replacement_id, dueAt })
  }
  const failure = await obstacle(work.db, row, locked)
  if (failure) return void (await endReplacement(work, row, { status: 'failed', failure }, bySystem))
  const former = requireMember(locked, row.founder_id)
  const successor = requireMember(locked, row.successor_id)
  await makeFounder(work, { former, successor }, system)
  const change = { before: { founder_id: row.founder_id }, after: { founder_id: row.successor_id } }
  await audit(work, system, { orgId: row.org_id, action: 'system', target: row.org_id, ...change })
  await endReplacement(work, row, { status: 'completed' }, bySystem)
}
