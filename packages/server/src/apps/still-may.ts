import type { Schemas } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import type { MemberRow } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import { heldScopes } from '../scopes.ts'
import type { Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'

/** The actor that asked for something that is done later, and the organisation. */
export type Asker = Pick<Actor, 'type' | 'id'> & { orgId: string }

type Required = {
  scope: Schemas['Scope']
  /** The refusal for a person whose role is too low. */
  byRole: 'admin_required' | 'ordinary_user_not_allowed'
}

/**
 * Checks that the person or app that asked for something may still do it. Batches, scheduled offboardings and scheduled unlinks run later,
 * and by then their requester may have been offboarded, demoted, restricted, deleted or deauthorised.
 *
 * @param locked the locked members, including the actor's own row if the actor is a person
 * @throws {Refusal} the refusal by role, `account_restricted`; for an app `org_not_authorized`, `scope_missing`
 * @see docs/decisions/departing.md
 */
export async function requireStillMay(
  tx: Tx,
  actor: Asker,
  locked: MemberRow[],
  { scope, byRole }: Required,
): Promise<void> {
  if (actor.type === 'app') return requireAppStillMay(tx, actor, scope)
  const own = locked.find((row) => row.account_id === actor.id)
  if (own?.status !== 'active' || own.role === 'member') throw new Refusal(byRole)
  if (own.condition !== 'normal') throw new Refusal('account_restricted', { condition: own.condition })
}

async function requireAppStillMay(tx: Tx, { id, orgId }: Asker, scope: Schemas['Scope']): Promise<void> {
  const [app] = await readApp(tx, { id, orgId })
  if (!app || (app.kind === 'third_party' && app.granted === null)) throw new Refusal('org_not_authorized')
  const held = heldScopes(app.scopes, app.kind === 'third_party' ? app.granted : null)
  if (!held.includes(scope)) throw new Refusal('scope_missing', { required_scopes: [scope] })
}

const readApp = statement((db, $: Placing<{ id: string; orgId: string }>) =>
  db
    .selectFrom('app')
    .leftJoin('authorization as granted', (join) =>
      join
        .onRef('granted.app_id', '=', 'app.app_id')
        .on('granted.org_id', '=', $('orgId'))
        .on('granted.status', '=', 'active'),
    )
    .select(['app.kind', 'app.scopes', 'granted.scopes as granted'])
    .where('app.app_id', '=', $('id'))
    .where('app.status', '=', 'active'),
)
