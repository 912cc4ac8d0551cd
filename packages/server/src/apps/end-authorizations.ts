import type { EventOf } from '@sendoff/api'
import { type AuditedChange, audit, type Who } from '../audit/audit.ts'
import type { NewEvent } from '../events/event.ts'
import type { Work } from '../store/work.ts'
import { scheduleEndedOf } from '../webhooks/receipts/ended.ts'

/** An authorization that has not ended. */
export type LivingAuthorization = { org_id: string; authorization_id: string; app_id: string }

/** Ends authorizations; the next call with a token of one is refused, and receipts that the apps owed are settled. */
export async function endAuthorizations(work: Work, ending: LivingAuthorization[]): Promise<void> {
  for (const [orgId, some] of Map.groupBy(ending, ({ org_id }) => org_id)) {
    await scheduleEndedOf(
      work,
      orgId,
      some.map(({ app_id }) => app_id),
    )
  }
  for (const { org_id, authorization_id } of ending) {
    await work.db
      .updateTable('authorization')
      .set({ status: 'ended', ended_at: work.now })
      .where('org_id', '=', org_id)
      .where('authorization_id', '=', authorization_id)
      .execute()
  }
}

/**
 * Writes the end of authorizations, as a consequence of another change, into the audit logs of the organisations that
 * had given them.
 */
export async function auditAuthorizationsEnded(
  work: Work,
  who: Who,
  { action, cause }: Pick<AuditedChange, 'action'> & { cause: Cause },
  ended: LivingAuthorization[],
): Promise<void> {
  for (const { org_id: orgId, authorization_id: target, app_id } of ended) {
    await audit(work, who, { orgId, action, target, before: { app_id }, after: { cause } })
  }
}

type Cause = EventOf<'app.deauthorized'>['data']['cause']

/** Builds the events of ended authorizations, for the organisations that had given them. */
export function deauthorizedEvents(ending: LivingAuthorization[], actor: NewEvent['actor'], cause: Cause): NewEvent[] {
  return ending.map(({ org_id, authorization_id, app_id }) => ({
    orgId: org_id,
    type: 'app.deauthorized',
    actor,
    data: { authorization_id, app_id, cause },
  }))
}
