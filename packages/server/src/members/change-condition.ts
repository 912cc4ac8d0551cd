import type { Schemas } from '@sendoff/api'
import { type AuditedChange, audit, type Who } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import type { MemberRow } from '../locks/members.ts'
import type { Work } from '../store/work.ts'

type Condition = Schemas['Condition']

/** A change of a condition: its actor, for the event and the audit log, and its cause. */
type Cause = {
  actor: Who
  action: AuditedChange['action']
  reason_text?: string | null
  /** The offboarding that changes the condition. */
  offboarding_id?: string
}

/** Changes the condition of a locked member, and records it as an event and in the audit log. */
export async function changeCondition(
  work: Work,
  { org_id: orgId, account_id, condition: before, revision }: MemberRow,
  condition: Condition,
  { actor, action, reason_text = null, offboarding_id }: Cause,
): Promise<void> {
  await work.db
    .updateTable('account')
    .set({ condition, revision: revision + 1 })
    .where('account_id', '=', account_id)
    .execute()
  const data = {
    account_id,
    before,
    condition,
    reason_text,
    ...(offboarding_id && { for_offboarding_id: offboarding_id }),
  }
  await appendEvents(work, [{ orgId, type: 'member.condition_changed', actor, data }])
  const after = { condition, reason_text, ...(offboarding_id && { for_offboarding_id: offboarding_id }) }
  await audit(work, actor, { orgId, action, target: account_id, before: { condition: before }, after })
}
