import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { requireOrganizationExists } from '../organizations/organization.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'
import { foreignText } from './foreign-text.ts'

/**
 * Blocks an organisation for a person: its invitations are neither shown nor notified. The organisation learns nothing,
 * and its `members.create` answers as before.
 */
export async function blockOrganization(work: Work, identityId: string, orgId: string): Promise<void> {
  await work.db
    .insertInto('membership_block')
    .values({ identity_id: identityId, org_id: orgId, created_at: work.now })
    .onConflict((conflict) => conflict.columns(['identity_id', 'org_id']).doNothing())
    .execute()
}

const blocksOf = (db: Reader, actor: Actor) =>
  db
    .selectFrom('membership_block as block')
    .innerJoin('organization', 'organization.org_id', 'block.org_id')
    .select(['block.org_id', 'organization.name', 'block.created_at'])
    .where('block.identity_id', '=', identityOf(db, actor))

type Row = { org_id: string; name: string; created_at: number }

const present = ({ org_id, name, created_at }: Row): Schemas['MembershipBlock'] => ({
  org_id,
  organization_name: foreignText(name),
  created_at: timestamp(created_at),
})

/**
 * Blocks an organisation for the person behind a token. Blocking it again changes nothing.
 *
 * @throws {Refusal} `user_required`, `organization_not_found`
 */
export async function createMembershipBlock(
  work: Work,
  actor: Actor,
  { org_id }: { org_id: string },
): Promise<Schemas['MembershipBlock']> {
  requireUserActor(actor)
  await requireOrganizationExists(work.db, org_id)
  const { identity_id } = await identityOf(work.db, actor).executeTakeFirstOrThrow()
  await blockOrganization(work, identity_id, org_id)
  return present(await blocksOf(work.db, actor).where('block.org_id', '=', org_id).executeTakeFirstOrThrow())
}

/** @throws {Refusal} `user_required` */
export async function listMembershipBlocks(
  { db }: View,
  actor: Actor,
  page: Page,
): Promise<Schemas['MembershipBlockList']> {
  requireUserActor(actor)
  const query = blocksOf(db, actor).orderBy('block.org_id')
  return paged(page, (after, limit) => query.where('block.org_id', '>', after).limit(limit).execute(), {
    key: (row) => row.org_id,
    present,
  })
}

/** @throws {Refusal} `user_required`, `block_not_found` */
export async function deleteMembershipBlock(
  { db }: Work,
  actor: Actor,
  { org_id: orgId }: CallOf<'membershipBlocks.delete'>,
): Promise<void> {
  requireUserActor(actor)
  const deleted = await db
    .deleteFrom('membership_block')
    .where('identity_id', '=', identityOf(db, actor))
    .where('org_id', '=', orgId)
    .returning('org_id')
    .executeTakeFirst()
  if (!deleted) throw new Refusal('block_not_found')
}
