import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
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
