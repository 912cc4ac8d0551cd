import { type AuditedChange, audit, type Who } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import type { Work } from '../../store/work.ts'
import { isWaiting, type ReplacementRow } from './replacement.ts'
import { tellAdministrators } from './tell.ts'

/** The end of a founder replacement. */
type End = {
  status: Exclude<ReplacementRow['status'], 'waiting'>
  end_reason?: string | null
  failure?: string
}

/** Ends a founder replacement that is locked, and tells everybody who was told of it; in a dissolved organisation there is nobody. */
export async function endReplacement(
  work: Work,
  row: ReplacementRow,
  end: End,
  { who, action }: { who: Who; action: AuditedChange['action'] },
): Promise<ReplacementRow> {
  const { org_id: orgId, replacement_id, founder_id, successor_id } = row
  const ended = {
    end_reason: null,
    failure: null,
    ...end,
    ended_at: work.now,
    ended_by_type: who.type === 'user' ? ('user' as const) : ('system' as const),
    ended_by: who.id,
  }
  await work.db
    .updateTable('founder_replacement')
    .set(ended)
    .where('org_id', '=', orgId)
    .where('replacement_id', '=', replacement_id)
    .execute()
  await unschedule(work.db, orgId, 'founder_replacement', replacement_id)
  const { status, failure } = ended
  if (failure !== 'organization_dissolved') {
    const data = { replacement_id, founder_id, successor_id, status, failure }
    await appendEvents(work, [{ orgId, type: 'organization.founder_replacement_ended', actor: who, data }])
    await tellAdministrators(work, row, 'ended')
  }
  const change = { before: { status: 'waiting' }, after: { status, founder_id, successor_id, failure } }
  await audit(work, who, { orgId, action, target: replacement_id, ...change })
  return { ...row, ...ended }
}

/** Ends the founder replacement that waits in an organisation, if there is one, because the founder has just transferred in person. */
export async function endAsFounderChanged(work: Work, orgId: string, who: Who): Promise<void> {
  const row = await work.db
    .selectFrom('founder_replacement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('status', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (row && isWaiting(row)) {
    await endReplacement(work, row, { status: 'failed', failure: 'founder_changed' }, { who, action: 'system' })
  }
}
