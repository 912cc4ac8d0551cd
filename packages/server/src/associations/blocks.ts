import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { requireOrganizationExists } from '../organizations/organization.ts'
import { invalid, Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'

const blocksOf = (db: Reader, orgId: string) =>
  db
    .selectFrom('association_block as block')
    .innerJoin('organization', 'organization.org_id', 'block.associated_org_id')
    .select(['block.associated_org_id', 'organization.name', 'block.created_at'])
    .where('block.org_id', '=', orgId)

type Row = { associated_org_id: string; name: string; created_at: number }

const present = ({ associated_org_id, name, created_at }: Row): Schemas['AssociationBlock'] => ({
  associated_org_id,
  associated_org_name: name,
  created_at: timestamp(created_at),
})

/**
 * Refuses an organisation that the other one has blocked, without details of the block.
 *
 * @throws {Refusal} `invitation_refused`
 */
export async function requireNotBlocked(tx: Tx, orgId: string, invitedOrgId: string): Promise<void> {
  const block = await blocksOf(tx, invitedOrgId).where('block.associated_org_id', '=', orgId).executeTakeFirst()
  if (block) throw new Refusal('invitation_refused')
}

/**
 * Blocks an organisation, which can then no longer invite this one. Blocking it again changes nothing.
 *
 * @throws {Refusal} `admin_required`, `organization_not_found`, `invalid_request` for the organisation itself
 */
export async function createAssociationBlock(
  work: Work,
  actor: OrganizationActor,
  { associated_org_id }: { associated_org_id: string },
): Promise<Schemas['AssociationBlock']> {
  requireAdministrator(actor)
  const { orgId } = actor
  if (associated_org_id === orgId) throw invalid('/associated_org_id', 'association.own')
  await lockAsAdministrator(work.db, actor)
  // Locks both organisations, so that a concurrent invitation is either sent before the block or refused.
  await lockOrganizations(work.db, [orgId, associated_org_id])
  await requireOrganizationExists(work.db, associated_org_id)
  const added = await work.db
    .insertInto('association_block')
    .values({ org_id: orgId, associated_org_id, created_at: work.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'associated_org_id']).doNothing())
    .returning('org_id')
    .executeTakeFirst()
  if (added) {
    const after = { associated_org_id }
    await audit(work, actor, { orgId, action: 'associationBlocks.create', target: associated_org_id, after })
  }
  return present(
    await blocksOf(work.db, orgId).where('block.associated_org_id', '=', associated_org_id).executeTakeFirstOrThrow(),
  )
}

/** @throws {Refusal} `admin_required` */
export async function listAssociationBlocks(
  { db }: View,
  actor: OrganizationActor,
  page: Page,
): Promise<Schemas['AssociationBlockList']> {
  requireAdministrator(actor)
  const query = blocksOf(db, actor.orgId).orderBy('block.associated_org_id')
  return paged(page, (after, limit) => query.where('block.associated_org_id', '>', after).limit(limit).execute(), {
    key: (row) => row.associated_org_id,
    present,
  })
}

/**
 * Unblocks an organisation, which can then invite this one again.
 *
 * @throws {Refusal} `admin_required`, `block_not_found`
 */
export async function deleteAssociationBlock(
  work: Work,
  actor: OrganizationActor,
  { associated_org_id: associatedOrgId }: CallOf<'associationBlocks.delete'>,
): Promise<void> {
  requireAdministrator(actor)
  const { orgId } = actor
  await lockAsAdministrator(work.db, actor)
  const deleted = await work.db
    .deleteFrom('association_block')
    .where('org_id', '=', orgId)
    .where('associated_org_id', '=', associatedOrgId)
    .returning('associated_org_id')
    .executeTakeFirst()
  if (!deleted) throw new Refusal('block_not_found')
  const before = { associated_org_id: associatedOrgId }
  await audit(work, actor, { orgId, action: 'associationBlocks.delete', target: associatedOrgId, before })
}
