import type { CallOf, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { invalid } from '../refusal.ts'
import { paged } from '../store/page.ts'
import type { View } from '../store/work.ts'
import type { AssociationSide } from './association.ts'

/** Lists the organisation's associations that have ended, the last one first. */
export async function listEndedAssociations(
  { db }: View,
  actor: OrganizationActor,
  page: CallOf<'associations.listEnded'>,
): Promise<Schemas['EndedAssociationList']> {
  const ended = db
    .selectFrom('association')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('status', '=', 'unlinked')
    .orderBy('unlinked_at', 'desc')
    .orderBy('association_id', 'desc')
  const read = (after: string, limit: number) => {
    if (after === '') return ended.limit(limit).execute()
    const [at, id] = placeOf(after)
    return ended
      .where((or) =>
        or.or([or('unlinked_at', '<', at), or.and([or('unlinked_at', '=', at), or('association_id', '<', id)])]),
      )
      .limit(limit)
      .execute()
  }
  return paged(page, read, { key: (row) => `${row.unlinked_at}_${row.association_id}`, present })
}

/** @throws {Refusal} `invalid_request` for a cursor of another list */
function placeOf(key: string): [at: number, id: string] {
  const [, at, id] = /^(\d{1,15})_(\w+)$/.exec(key) ?? []
  if (at === undefined || id === undefined) throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
  return [Number(at), id]
}

function present(row: AssociationSide): Schemas['EndedAssociation'] {
  return {
    association_id: row.association_id,
    org_id: row.org_id,
    dept_id: row.dept_id,
    associated_org_id: row.associated_org_id,
    associated_org_name: row.ended_org_name,
    associated_dept_id: row.associated_dept_id,
    type: row.type,
    linked_at: timestamp(row.linked_at),
    unlinked_at: timestamp(row.unlinked_at ?? row.linked_at),
    side: row.ended_side,
    cause: row.cause,
    reason_code: row.reason_code as Schemas['ReasonCode'] | null,
    reason_text: row.reason_text,
    ended_by: row.ended_by === null ? null : JSON.parse(row.ended_by),
  }
}
