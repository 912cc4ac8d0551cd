import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { identityOf } from '../../identity/identity.ts'
import { paged } from '../../store/page.ts'
import type { View } from '../../store/work.ts'
import { presentCommon, type RequestRow } from './request.ts'

type Mine = RequestRow & { organization_name: string; erased_at: number | null }

/** A request as the person sees it: without who decided it, and without legal holds. */
export function presentMine(row: Mine, now: number): Schemas['MyErasureRequest'] {
  const { org_id, organization_name, erased_at } = row
  return {
    ...presentCommon(row, now),
    org_id,
    organization_name,
    erased_at: erased_at === null ? null : timestamp(erased_at),
  }
}

/** Lists the requests for erasure of the person behind a token, oldest first (S112). */
export async function listMyRequests(
  { db, now }: View,
  actor: Actor,
  page: CallOf<'me.listErasureRequests'>,
): Promise<Schemas['MyErasureRequestList']> {
  requireUserActor(actor)
  const query = db
    .selectFrom('erasure_request')
    .innerJoin('organization', 'organization.org_id', 'erasure_request.org_id')
    .leftJoin('erasure', (join) =>
      join
        .onRef('erasure.org_id', '=', 'erasure_request.org_id')
        .onRef('erasure.erasure_id', '=', 'erasure_request.erasure_id'),
    )
    .selectAll('erasure_request')
    .select(['organization.name as organization_name', 'erasure.completed_at as erased_at'])
    .where('erasure_request.identity_id', '=', identityOf(db, actor))
    .orderBy('erasure_request.erasure_request_id')
  return paged(
    page,
    (after, limit) => query.where('erasure_request.erasure_request_id', '>', after).limit(limit).execute(),
    { key: (row) => row.erasure_request_id, present: (row) => presentMine(row, now) },
  )
}
