import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { system } from '../../events/event.ts'
import type { Tx } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { Work } from '../../store/work.ts'
import type { ScheduledUnlinkRow } from './scheduled-unlink.ts'
import { findSide } from './side.ts'
import { tellBoth } from './tell.ts'

const readOpen = statement((db, $: Placing<{ association_id: string }>) =>
  db
    .selectFrom('scheduled_unlink')
    .selectAll()
    .where('association_id', '=', $('association_id'))
    .where('status', '=', 'scheduled')
    .orderBy('org_id'),
)

/** Finds what either side has scheduled for an association. */
export async function findScheduled(tx: Tx, associationId: string): Promise<ScheduledUnlinkRow[]> {
  return readOpen(tx, { association_id: associationId })
}

/** Cancels what either side had scheduled for an association that has just ended in another way, and tells both. */
export async function cancelScheduled(
  work: Work,
  scheduled: readonly ScheduledUnlinkRow[],
  associationId: string,
): Promise<void> {
  for (const row of scheduled) {
    await endScheduledUnlink(work.db, row, { status: 'canceled', ended_at: work.now })
    await unschedule(work.db, row.org_id, 'scheduled_unlink', row.unlink_id)
    const side = await findSide(work.db, row)
    await tellBoth(work, { row, side }, { fact: 'canceled', cause: 'already_unlinked' }, system)
    const change = { before: { status: 'scheduled' }, after: { status: 'canceled', unlinked: associationId } }
    await audit(work, system, { orgId: row.org_id, action: 'system', target: row.unlink_id, ...change })
  }
}

/** Ends a scheduled unlink that is locked by its organisations. */
export async function endScheduledUnlink(
  tx: Tx,
  { org_id, unlink_id }: ScheduledUnlinkRow,
  change: Pick<ScheduledUnlinkRow, 'status' | 'ended_at'> & Partial<Pick<ScheduledUnlinkRow, 'failure'>>,
): Promise<void> {
  await tx
    .updateTable('scheduled_unlink')
    .set(change)
    .where('org_id', '=', org_id)
    .where('unlink_id', '=', unlink_id)
    .execute()
}
