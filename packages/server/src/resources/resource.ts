import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { isAdministrator, type OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { newId } from '../ids.ts'
import { findMember } from '../members/member.ts'
import { Refusal } from '../refusal.ts'
import { listed } from '../store/page.ts'
import type { Schema } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'

export type ResourceRow = Selectable<Schema['resource']>

/** Creates a resource owned by a member, not stored yet; without an app if a person registered it. */
export function newResource(
  work: Work,
  resource: Pick<ResourceRow, 'org_id' | 'account_id' | 'kind' | 'name'> &
    Partial<Pick<ResourceRow, 'app_id' | 'external_id'>>,
): ResourceRow {
  const created = { resource_id: newId('res'), status: 'owned', created_at: work.now } as const
  return { app_id: null, external_id: null, ...resource, ...created }
}

/** Stores resources. */
export async function addResources(work: Work, resources: ResourceRow[]): Promise<void> {
  if (resources.length > 0) await work.db.insertInto('resource').values(resources).execute()
}

/** A resource as the contract shows it. */
export const presentResource = (row: ResourceRow): Schemas['Resource'] => ({
  resource_id: row.resource_id,
  external_id: row.external_id,
  kind: row.kind,
  name: row.name,
  owner_id: row.account_id,
  status: row.status,
  created_at: timestamp(row.created_at),
})

/**
 * Lists the resources of a member. Apps and administrators see those of any member, other members only
 * their own.
 *
 * @throws {Refusal} `member_not_found`, `admin_required`
 */
export async function listResources(
  { db }: View,
  actor: OrganizationActor,
  { account_id: ownerId, kind, status, ...page }: CallOf<'resources.list'>,
): Promise<Schemas['ResourceList']> {
  await findMember(db, actor.orgId, ownerId)
  if (!maySee(actor, ownerId)) throw new Refusal('admin_required')
  let query = db.selectFrom('resource').selectAll().where('org_id', '=', actor.orgId).where('account_id', '=', ownerId)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (status !== undefined) query = query.where('status', '=', status)
  return listed(query, { id: 'resource_id', from: 'resource', at: 'created_at' }, page, presentResource)
}

/** @throws {Refusal} `resource_not_found`, also if an ordinary member asks for another member's resource */
export async function getResource(
  { db }: View,
  actor: OrganizationActor,
  { resource_id: resourceId }: CallOf<'resources.get'>,
): Promise<Schemas['Resource']> {
  const row = await db
    .selectFrom('resource')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('resource_id', '=', resourceId)
    .executeTakeFirst()
  if (!row || !maySee(actor, row.account_id)) throw new Refusal('resource_not_found')
  return presentResource(row)
}

function maySee(actor: OrganizationActor, ownerId: string): boolean {
  return isAdministrator(actor) || actor.id === ownerId
}
