import { newId } from '../../ids.ts'
import { membersOf } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { Refusal } from '../../refusal.ts'
import type { Database, Reader, Tx } from '../../store/schema.ts'
import { requireSuccessor } from '../successor.ts'

/** The most founder replacements that are listed. */
const MOST_LISTED = 1000

/** A request of an operator; the waiting time is in days. */
export type Request = { orgId: string; successorId: string; reason: string; waitingDays: number }

/** The people and the organisation that a request names. */
export type Plan = {
  organization: string
  founderId: string
  founder: string
  successor: string
  administrators: number
}

/**
 * Checks that the founder can be replaced, without changing anything.
 *
 * @returns the plan, or the reason why not
 */
export async function planReplacement(db: Reader, { orgId, successorId }: Request): Promise<Plan | string> {
  const organization = await db
    .selectFrom('organization')
    .select(['name', 'status'])
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  if (!organization) return `There is no organisation ${orgId}`
  if (organization.status === 'dissolved') return 'The organisation is dissolved'
  const open = await findOpen(db, orgId)
  if (open) return `The organisation has a founder replacement already: ${open.replacement_id}. Cancel it first`
  const active = membersOf(db, orgId).where('account.status', '=', 'active')
  const founder = await active.where('account.role', '=', 'founder').executeTakeFirst()
  if (!founder) return 'The organisation has no founder'
  const successor = await membersOf(db, orgId).where('account.account_id', '=', successorId).executeTakeFirst()
  if (!successor) return `The organisation has no member ${successorId}`
  if (successor.role !== 'admin') return `${successor.name} must be an administrator of the organisation`
  try {
    await requireSuccessor(db, successor, founder.account_id)
  } catch (error) {
    if (error instanceof Refusal) return `${successor.name} can't become the founder: ${error.code}`
    throw error
  }
  const { people } = await db
    .selectFrom('account')
    .select((count) => count.fn.countAll<number>().as('people'))
    .where('org_id', '=', orgId)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .where('role', 'in', ['founder', 'admin'])
    .executeTakeFirstOrThrow()
  return {
    organization: organization.name,
    founderId: founder.account_id,
    founder: founder.name,
    successor: successor.name,
    administrators: people,
  }
}

/**
 * Asks the servers to begin a founder replacement, in one transaction (S102). A server checks everything again when it begins it.
 *
 * @returns its id, or the reason why not
 */
export function requestReplacement(db: Database, request: Request): Promise<{ id: string; plan: Plan } | string> {
  return db.transaction().execute(async (tx) => {
    const { orgId, successorId } = request
    // Whoever else requests one at this moment waits here, and then finds this one.
    await lockOrganizations(tx, [orgId])
    const plan = await planReplacement(tx, request)
    if (typeof plan === 'string') return plan
    const id = newId('frp')
    await tx
      .insertInto('founder_replacement')
      .values({
        org_id: orgId,
        replacement_id: id,
        status: 'requested',
        founder_id: plan.founderId,
        successor_id: successorId,
        reason: request.reason,
        waiting_days: request.waitingDays,
        told_up_to: '',
      })
      .execute()
    await wake(tx, orgId, id)
    return { id, plan }
  })
}

/**
 * Asks the servers to take a founder replacement back.
 *
 * @returns the reason why it can't be, or undefined
 */
export function requestCancel(
  db: Database,
  { orgId, id, reason }: { orgId: string; id: string; reason: string },
): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('founder_replacement')
      .set({ end_reason: reason })
      .where('org_id', '=', orgId)
      .where('replacement_id', '=', id)
      .where('status', 'in', ['requested', 'waiting'])
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) return `The organisation has no founder replacement ${id} that waits`
    await wake(tx, orgId, id)
    return undefined
  })
}

/** The business clock belongs to the server; time 0 is past by any clock. */
async function wake(tx: Tx, orgId: string, subjectId: string): Promise<void> {
  await tx
    .insertInto('due_work')
    .values({
      org_id: orgId,
      work_id: newId('wrk'),
      kind: 'founder_replacement',
      subject_id: subjectId,
      due_at: 0,
    })
    .execute()
}

const findOpen = (db: Reader, orgId: string) =>
  db
    .selectFrom('founder_replacement')
    .select('replacement_id')
    .where('org_id', '=', orgId)
    .where('status', 'in', ['requested', 'waiting'])
    .executeTakeFirst()

/** Reads a founder replacement with its present state. */
export const readReplacement = (db: Reader, orgId: string, id: string) =>
  db
    .selectFrom('founder_replacement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('replacement_id', '=', id)
    .executeTakeFirstOrThrow()

/** Lists founder replacements, newest first, without their reasons: those that wait, or all. */
export async function listReplacementsOf(db: Reader, { orgId, all }: { orgId: string | undefined; all: boolean }) {
  let query = db
    .selectFrom('founder_replacement')
    .select(['org_id', 'replacement_id', 'status', 'founder_id', 'successor_id', 'effective_at', 'ended_at', 'failure'])
    .orderBy('replacement_id', 'desc')
    .limit(MOST_LISTED)
  if (orgId !== undefined) query = query.where('org_id', '=', orgId)
  if (!all) query = query.where('status', 'in', ['requested', 'waiting'])
  return query.execute()
}
