import type { Actor } from '../../actor.ts'
import type { MemberRow } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import { heldScopes } from '../../scopes.ts'
import type { Tx } from '../../store/schema.ts'

const SCOPE = 'member:offboard'

/** Whoever asked for it, in which organisation. */
type Asker = Pick<Actor, 'type' | 'id'> & { orgId: string }

/**
 * Checks that whoever asked for an offboarding may still have it done. A batch takes its time and a scheduled offboarding waits for
 * its own, and whoever was offboarded, demoted, restricted, deleted or deauthorised meanwhile offboards nobody any more.
 *
 * @param locked the locked members, the actor's own row among them, if a person asked
 * @throws {Refusal} `admin_required`, `account_restricted`; of an app `org_not_authorized`, `scope_missing`
 * @see docs/decisions/departing.md
 */
export async function requireStillMayOffboard(tx: Tx, actor: Asker, locked: MemberRow[]): Promise<void> {
  if (actor.type === 'app') return requireAppStillMay(tx, actor)
  const own = locked.find((row) => row.account_id === actor.id)
  if (own?.status !== 'active' || own.role === 'member') throw new Refusal('admin_required')
  if (own.condition !== 'normal') throw new Refusal('account_restricted', { condition: own.condition })
}

async function requireAppStillMay(tx: Tx, { id, orgId }: Asker): Promise<void> {
  const app = await tx
    .selectFrom('app')
    .leftJoin('authorization as granted', (join) =>
      join
        .onRef('granted.app_id', '=', 'app.app_id')
        .on('granted.org_id', '=', orgId)
        .on('granted.status', '=', 'active'),
    )
    .select(['app.kind', 'app.scopes', 'granted.scopes as granted'])
    .where('app.app_id', '=', id)
    .where('app.status', '=', 'active')
    .executeTakeFirst()
  if (!app || (app.kind === 'third_party' && app.granted === null)) throw new Refusal('org_not_authorized')
  const held = heldScopes(app.scopes, app.kind === 'third_party' ? app.granted : null)
  if (!held.includes(SCOPE)) throw new Refusal('scope_missing', { required_scopes: [SCOPE] })
}
