import { notify } from '../../notifications/notify.ts'
import { findReachable } from '../../notifications/notify-members.ts'
import type { Work } from '../../store/work.ts'

/** The departure, and the handover of what was held if it is one, by which members received resources. */
type From = { departure_id: string; from_id: string; handover_id?: string }

/** Notifies each recipient of the number of resources that they have received, with their account as the key. */
export async function tellReceived(
  work: Work,
  orgId: string,
  from: From,
  received: Readonly<Record<string, number>>,
): Promise<void> {
  for (const { account_id: accountId, identity_id: identityId } of await findReachable(
    work.db,
    orgId,
    Object.keys(received),
  )) {
    const data = { ...from, resources: received[accountId] ?? 0 }
    await notify(work, { identityId, accountId, orgId, type: 'resources.received', data })
  }
}
