import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { OrganizationActor } from '../actor.ts'
import type { Who } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import { listed } from '../store/page.ts'
import type { Reader, Schema } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/** One side of a current association. */
export type AssociationSide = Selectable<Schema['association']>

type Row = AssociationSide & { associated_org_name: string; unlink_scheduled_at: number | null }

const present = (row: Row): Schemas['Association'] => ({
  association_id: row.association_id,
  org_id: row.org_id,
  dept_id: row.dept_id,
  associated_org_id: row.associated_org_id,
  associated_org_name: row.associated_org_name,
  associated_dept_id: row.associated_dept_id,
  type: row.type,
  linked_at: timestamp(row.linked_at),
  unlink_scheduled_at: row.unlink_scheduled_at === null ? null : timestamp(row.unlink_scheduled_at),
})

const linked = (db: Reader, orgId: string) =>
  db
    .selectFrom('association')
    .innerJoin('organization', 'organization.org_id', 'association.associated_org_id')
    .selectAll('association')
    .select('organization.name as associated_org_name')
    .select((select) =>
      select
        .selectFrom('scheduled_unlink')
        .select((earliest) => earliest.fn.min('scheduled_unlink.at').as('at'))
        .whereRef('scheduled_unlink.association_id', '=', 'association.association_id')
        .where('scheduled_unlink.status', '=', 'scheduled')
        .as('unlink_scheduled_at'),
    )
    .where('association.org_id', '=', orgId)
    .where('association.status', '=', 'linked')

/** Lists the organisation's associations. */
export async function listAssociations(
  { db }: View,
  actor: OrganizationActor,
  { associated_org_id, type, ...page }: CallOf<'associations.list'>,
): Promise<Schemas['AssociationList']> {
  let query = linked(db, actor.orgId)
  if (associated_org_id !== undefined) query = query.where('association.associated_org_id', '=', associated_org_id)
  if (type !== undefined) query = query.where('association.type', '=', type)
  return listed(query, { id: 'association_id', from: 'association', at: 'linked_at' }, page, present)
}

/** @throws {Refusal} `association_not_found` when the organisation has none with this id, or it has ended */
export async function getAssociation(
  { db }: View,
  actor: OrganizationActor,
  { association_id: associationId }: CallOf<'associations.get'>,
): Promise<Schemas['Association']> {
  const row = await linked(db, actor.orgId).where('association_id', '=', associationId).executeTakeFirst()
  if (!row) throw new Refusal('association_not_found')
  return present(row)
}

/** The cause of an association's end. */
export type Ending = {
  actor: Who
  cause: Schemas['UnlinkCause']
  reason_code?: Schemas['ReasonCode']
  reason_text?: string
}
