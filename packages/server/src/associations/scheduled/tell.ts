import type { EventOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { appendEvents } from '../../events/append.ts'
import type { SystemActor } from '../../events/event.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import type { Work } from '../../store/work.ts'
import type { AssociationSide } from '../association.ts'
import { fromOtherSide } from '../link.ts'
import type { ScheduledUnlinkRow } from './scheduled-unlink.ts'

/** The fact about a scheduled unlink that is told. */
export type Fact =
  | { fact: 'scheduled' }
  | { fact: 'canceled'; cause: EventOf<'organization.association.unlink_canceled'>['data']['cause'] }
  | { fact: 'failed'; code: string }

/**
 * Tells both sides of a scheduled unlink: an event from the view of each, and notifications to the administrators of each. The reason's text
 * and the code of a failure stay with the side that scheduled it.
 *
 * @param side the association from the view of the side that scheduled it; both organisations are locked
 */
export async function tellBoth(
  work: Work,
  { row, side }: { row: ScheduledUnlinkRow; side: AssociationSide },
  told: Fact,
  actor: Pick<Actor, 'type' | 'id'> | SystemActor,
): Promise<void> {
  for (const [view, name] of [[side, 'initiator'] as const, [fromOtherSide(side), 'associated'] as const]) {
    const { org_id: orgId, association_id, type, dept_id, associated_org_id, associated_dept_id } = view
    const effective_at = timestamp(row.at)
    const common = { scheduled_unlink_id: row.unlink_id, association_id, associated_org_id, effective_at }
    const data = { ...common, type, dept_id, associated_dept_id, side: name }
    const event = { orgId, actor }
    if (told.fact === 'scheduled') {
      const reason_code = row.reason_code as Schemas['ReasonCode'] | null
      const reason_text = name === 'initiator' ? row.reason_text : null
      const scheduled = { ...data, reason_code, reason_text }
      await appendEvents(work, [{ ...event, type: 'organization.association.unlink_scheduled', data: scheduled }])
    } else if (told.fact === 'canceled') {
      const canceled = { ...data, cause: told.cause }
      await appendEvents(work, [{ ...event, type: 'organization.association.unlink_canceled', data: canceled }])
    } else {
      const failed = { ...data, failure_code: name === 'initiator' ? told.code : null }
      await appendEvents(work, [{ ...event, type: 'organization.association.unlink_failed', data: failed }])
    }
    const notice = { ...common, side: name }
    await notifyAdministrators(work, orgId, { type: `association.unlink_${told.fact}`, data: notice })
  }
}
