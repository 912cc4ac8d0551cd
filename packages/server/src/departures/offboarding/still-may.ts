import { type Asker, requireStillMay } from '../../apps/still-may.ts'
import type { MemberRow } from '../../locks/members.ts'
import type { Tx } from '../../store/schema.ts'

/**
 * Checks that the person or app that requested an offboarding may still offboard.
 *
 * @throws {Refusal} `admin_required`, `account_restricted`; for an app `org_not_authorized`, `scope_missing`
 * @see {@link requireStillMay}
 */
export const requireStillMayOffboard = (tx: Tx, actor: Asker, locked: MemberRow[]): Promise<void> =>
  requireStillMay(tx, actor, locked, { scope: 'member:offboard', byRole: 'admin_required' })
