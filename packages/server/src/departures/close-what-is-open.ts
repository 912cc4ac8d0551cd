import { audit } from '../audit/audit.ts'
import { unschedule } from '../due-work/due-work.ts'
import { appendEvents } from '../events/append.ts'
import { type NewEvent, system } from '../events/event.ts'
import type { MemberRow } from '../locks/members.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'
import { indexNamed } from './references/named.ts'

/** Cancels a departing member's scheduled offboarding and withdraws their open leave application. */
export async function closeWhatIsOpen(work: Work, { org_id: orgId, account_id }: MemberRow): Promise<void> {
  const [offboardings, applications] = await Promise.all([
    cancelScheduled(work.db, { orgId, account_id, now: work.now }),
    readOpenApplications(work.db, { orgId, account_id }),
  ])
  const events: NewEvent[] = []
  for (const offboarding of offboardings) {
    const { offboarding_id } = offboarding
    await unschedule(work.db, orgId, 'offboarding', offboarding_id)
    await unschedule(work.db, orgId, 'offboarding_suspension', offboarding_id)
    await indexNamed(work.db, offboarding)
    const data = { offboarding_id, account_id, cause: 'already_departed' } as const
    const change = { before: { status: 'scheduled' }, after: { status: 'canceled', departed: account_id } }
    await audit(work, system, { orgId, action: 'system', target: offboarding_id, ...change })
    events.push({ orgId, type: 'member.offboarding_canceled', actor: system, data })
  }
  for (const { application_id, status } of applications) {
    await work.db
      .updateTable('leave_application')
      .set({ status: 'withdrawn', ended_at: work.now })
      .where('org_id', '=', orgId)
      .where('application_id', '=', application_id)
      .execute()
    await unschedule(work.db, orgId, 'leave_application_expiry', application_id)
    const data = { application_id, account_id, cause: 'already_departed' } as const
    const change = { before: { status }, after: { status: 'withdrawn', departed: account_id } }
    await audit(work, system, { orgId, action: 'system', target: application_id, ...change })
    events.push({ orgId, type: 'leave_application.withdrawn', actor: system, data })
  }
  await appendEvents(work, events)
}

const cancelScheduled = statement((db, $: Placing<{ orgId: string; account_id: string; now: number }>) =>
  db
    .updateTable('offboarding')
    .set({ status: 'canceled', ended_at: $('now') })
    .where('org_id', '=', $('orgId'))
    .where('account_id', '=', $('account_id'))
    .where('status', '=', 'scheduled')
    .returningAll(),
)

const readOpenApplications = statement((db, $: Placing<{ orgId: string; account_id: string }>) =>
  db
    .selectFrom('leave_application')
    .select(['application_id', 'status'])
    .where('org_id', '=', $('orgId'))
    .where('account_id', '=', $('account_id'))
    .where('status', 'in', ['pending', 'approved']),
)
