import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'

/** Reads the organisation of the token. */
export async function getOrganization(db: Reader, actor: OrganizationActor): Promise<Schemas['Organization']> {
  const row = await db
    .selectFrom('organization')
    .select(['org_id', 'name', 'status', 'created_at'])
    .where('org_id', '=', actor.orgId)
    .executeTakeFirstOrThrow()
  return {
    org_id: row.org_id,
    name: row.name,
    status: row.status === 'dissolving' ? 'dissolving' : 'active',
    created_at: timestamp(row.created_at),
  }
}

/**
 * Locks organisations until the transaction ends, always in the order of their ids, so that two transactions that need the
 * same two can't wait for each other.
 */
export async function lockOrganizations(tx: Tx, orgIds: string[]): Promise<void> {
  await tx
    .selectFrom('organization')
    .select('org_id')
    .where('org_id', 'in', orgIds)
    .orderBy('org_id')
    .forUpdate()
    .execute()
}

/**
 * Checks that an organisation is not about to be dissolved, for what would only begin to end again.
 *
 * @throws {Refusal} `dissolution_in_progress`
 */
export async function requireNotDissolving(tx: Tx, orgId: string): Promise<void> {
  const { status } = await tx
    .selectFrom('organization')
    .select('status')
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  if (status !== 'active') throw new Refusal('dissolution_in_progress')
}
