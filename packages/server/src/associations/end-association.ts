import { sql } from 'kysely'
import { findAuthorizationsBetween } from '../apps/authorizations-between.ts'
import { deauthorizedEvents, endAuthorizations } from '../apps/end-authorizations.ts'
import { timestamp } from '../clock.ts'
import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import { findAdministrators } from '../notifications/notify-administrators.ts'
import { endSharesBetween } from '../resources/shares.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide, Ending } from './association.ts'
import { auditEnding } from './audit-ending.ts'
import { fromOtherSide } from './link.ts'
import { notifyOfUnlink } from './notify.ts'
import { cancelScheduled, findScheduled } from './scheduled/end.ts'

type Kept = Pick<AssociationSide, 'association_id' | 'org_id' | 'associated_org_id' | 'cause'> & {
  now: number
  reason_code: string | null
  reason_text: string | null
  ended_by: string
}

/** Keeps the end with both sides: who ended it, why, and the name of the other, which may be dissolved or renamed. */
const setUnlinked = statement((db, $: Placing<Kept>) =>
  db
    .updateTable('association')
    .set((set) => ({
      status: 'unlinked',
      unlinked_at: $('now'),
      cause: $('cause'),
      reason_code: $('reason_code'),
      ended_by: $('ended_by'),
      ended_side: sql<
        'initiator' | 'associated'
      >`case when org_id = ${$('org_id')} then 'initiator' else 'associated' end`,
      // The reason text is private to the organisation that gave it.
      reason_text: sql<string | null>`case when org_id = ${$('org_id')} then cast(${$('reason_text')} as text) end`,
      ended_org_name: set
        .selectFrom('organization')
        .select('organization.name')
        .whereRef('organization.org_id', '=', 'association.associated_org_id'),
    }))
    .where('association_id', '=', $('association_id'))
    .where('org_id', 'in', [$('org_id'), $('associated_org_id')]),
)

/**
 * Ends an association on both sides with everything that depends on it, and records it in the events and audit logs of
 * both.
 *
 * @param side the side of the organisation that ends it, read under the lock of both organisations
 */
export async function endAssociation(work: Work, side: AssociationSide, ending: Ending): Promise<void> {
  const { org_id, associated_org_id } = side
  const { actor, cause, reason_code = null, reason_text = null } = ending
  const ended_by = JSON.stringify({ type: actor.type, id: actor.id })
  work.later(setUnlinked(work.db, { ...side, cause, reason_code, reason_text, ended_by, now: work.now }))
  work.later(endSharesBetween(work.db, org_id, associated_org_id))
  const [authorizations, scheduled, others] = await Promise.all([
    findAuthorizationsBetween(work.db, org_id, associated_org_id),
    findScheduled(work.db, side.association_id),
    findAdministrators(work.db, associated_org_id),
    appendEvents(work, unlinkedEvents(side, ending, timestamp(work.now))),
  ])
  // Recorded before the authorizations end, so that the apps still receive them.
  await appendEvents(work, deauthorizedEvents(authorizations, ending.actor, 'association_unlinked'))
  await endAuthorizations(work, authorizations)
  await auditEnding(work, side, ending, authorizations)
  await cancelScheduled(work, scheduled, side.association_id)
  await notifyOfUnlink(work, side, ending, others)
}

function unlinkedEvents(side: AssociationSide, ending: Ending, unlinked_at: string): NewEvent[] {
  const { actor, cause, reason_code = null, reason_text = null } = ending
  const unlinked = (view: AssociationSide, told: { side: 'initiator' | 'associated'; reason_text: string | null }) => ({
    orgId: view.org_id,
    type: 'organization.association.unlinked' as const,
    actor,
    data: {
      association_id: view.association_id,
      type: view.type,
      dept_id: view.dept_id,
      associated_org_id: view.associated_org_id,
      associated_dept_id: view.associated_dept_id,
      cause,
      reason_code,
      unlinked_at,
      ...told,
    },
  })
  return [
    unlinked(side, { side: 'initiator', reason_text }),
    // The reason text is private to the organisation that gave it.
    unlinked(fromOtherSide(side), { side: 'associated', reason_text: null }),
  ]
}
