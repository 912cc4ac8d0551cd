import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { paged } from '../store/page.ts'
import type { View } from '../store/work.ts'
import { findDepartureRow } from './departure.ts'

/**
 * Reports the outcome of every resource of a departed member and the progress of the handover (S14).
 *
 * @throws {Refusal} `admin_required`, `departure_not_found`
 */
export async function reportHandover(
  { db }: View,
  actor: OrganizationActor,
  { departure_id: departureId, ...page }: CallOf<'departures.getHandover'>,
): Promise<Schemas['HandoverReport']> {
  requireAdministrator(actor)
  const { handover_status, transferred, deleted, held } = await findDepartureRow(db, actor.orgId, departureId)
  const items = db
    .selectFrom('handover_item')
    .select(['resource_id', 'kind', 'name', 'outcome', 'recipient_id'])
    .select(['recipient_reason', 'intended_recipient_id', 'handed_over_at'])
    .where('org_id', '=', actor.orgId)
    .where('departure_id', '=', departureId)
    .orderBy('resource_id')
  const listed = await paged(page, (after, limit) => items.where('resource_id', '>', after).limit(limit).execute(), {
    key: (row) => row.resource_id,
    present: ({ handed_over_at, ...row }) => ({
      ...row,
      handed_over_at: handed_over_at === null ? null : timestamp(handed_over_at),
    }),
  })
  const total = transferred + deleted + held
  return { status: handover_status, total, transferred, deleted, held, ...listed }
}
