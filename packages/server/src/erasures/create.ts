import { createHash } from 'node:crypto'
import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { requireNoLegalHold } from '../departures/handover/legal-hold.ts'
import { requireNotOwnDeparture } from '../departures/legal-holds/place.ts'
import { schedule } from '../due-work/due-work.ts'
import { newId } from '../ids.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { type ErasureRow, presentErasure } from './erasure.ts'
import { findPerson } from './person.ts'
import { grantOpenRequest } from './requests/settle.ts'
import type { Progress } from './step.ts'

/**
 * Begins to erase everything personal of a departed account (S100); due work carries it out.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `member_not_found`, `own_case`, `account_not_departed`, `legal_hold_standing`,
 * `handover_running`, `erasure_exists`
 */
export async function createErasure(
  work: Work,
  actor: OrganizationActor,
  { account_id: accountId }: CallOf<'erasures.create'>,
): Promise<Schemas['Erasure']> {
  requireUser(actor)
  requireAdministrator(actor)
  const { orgId } = actor
  const { identity_id } = await findAccount(work.db, orgId, accountId)
  await requireNotOwnDeparture(work.db, actor, identity_id)
  await lockAsAdministrator(work.db, actor, [accountId])
  const row = await beginErasure(work, { orgId, accountId, requestedBy: actor.id })
  const after = { erasure_id: row.erasure_id, status: 'running' }
  await audit(work, actor, { orgId, action: 'erasures.create', target: accountId, after })
  await grantOpenRequest(work, row, actor)
  return presentErasure(row)
}

type Begun = { orgId: string; accountId: string; requestedBy: string }

/**
 * Begins to erase an account that is locked, or purged.
 *
 * @throws {Refusal} `account_not_departed`, `legal_hold_standing`, `handover_running`, `erasure_exists`
 */
export async function beginErasure(work: Work, { orgId, accountId, requestedBy }: Begun): Promise<ErasureRow> {
  const { status } = await findAccount(work.db, orgId, accountId)
  if (status === 'active') throw new Refusal('account_not_departed')
  await requireNoLegalHold(work.db, orgId, accountId)
  await requireNoHandover(work.db, orgId, accountId)
  const pseudonym = `Erased ${createHash('sha256').update(accountId).digest('hex').slice(0, 12)}`
  const person = await findPerson(work.db, orgId, accountId)
  const progress: Progress = { person: { ...person, pseudonym }, place: null, tallies: {} }
  const row: ErasureRow = {
    org_id: orgId,
    erasure_id: newId('era'),
    account_id: accountId,
    status: 'running',
    pseudonym,
    requested_by: requestedBy,
    progress: JSON.stringify(progress),
    proof: '[]',
    sign_in: null,
    created_at: work.now,
    completed_at: null,
  }
  const inserted = await work.db
    .insertInto('erasure')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'account_id']).doNothing())
    .returning('erasure_id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('erasure_exists')
  await schedule(work, { orgId, kind: 'erasure', subjectId: row.erasure_id, dueAt: work.now })
  return row
}

async function findAccount(db: Reader, orgId: string, accountId: string) {
  const row = await db
    .selectFrom('account')
    .select(['identity_id', 'status'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row) throw new Refusal('member_not_found')
  return row
}

/** @throws {Refusal} `handover_running`: pages of a handover would write about the person while they are erased */
async function requireNoHandover(db: Reader, orgId: string, accountId: string): Promise<void> {
  const running = await db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .where('handover_status', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  if (running) throw new Refusal('handover_running')
}
