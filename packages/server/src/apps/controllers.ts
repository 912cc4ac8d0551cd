import type { Actor } from '../actor.ts'
import type { MemberRow } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'

/**
 * Records that a person controls an app: they created it, or gave it a secret, keys, redirect URIs or scopes. The
 * record stays as long as the app, because a token or a copy of a secret outlives the secret's deletion.
 */
export async function recordController(work: Work, appId: string, { identity_id }: MemberRow): Promise<void> {
  await work.db
    .insertInto('app_controller')
    .values({ app_id: appId, identity_id, created_at: work.now })
    .onConflict((conflict) => conflict.columns(['app_id', 'identity_id']).doNothing())
    .execute()
}

/**
 * Checks if an act on a member is the member's own: done in person, or through an app that they control, including apps
 * of other organisations in which they have an account.
 */
export async function isOwnAct(
  db: Reader,
  actor: Pick<Actor, 'type' | 'id'>,
  { account_id, identity_id }: Pick<MemberRow, 'account_id' | 'identity_id'>,
): Promise<boolean> {
  if (actor.type === 'user') return actor.id === account_id
  return (await readController(db, { app_id: actor.id, identity_id })).length > 0
}

const readController = statement((db, $: Placing<{ app_id: string; identity_id: string }>) =>
  db
    .selectFrom('app_controller')
    .select('app_id')
    .where('app_id', '=', $('app_id'))
    .where('identity_id', '=', $('identity_id')),
)

/**
 * Checks that nobody decides on their own case, in person or through an app.
 *
 * @throws {Refusal} `own_case`
 */
export async function requireNotOwnCase(
  db: Reader,
  actor: Pick<Actor, 'type' | 'id'>,
  member: Pick<MemberRow, 'account_id' | 'identity_id'>,
): Promise<void> {
  if (await isOwnAct(db, actor, member)) throw new Refusal('own_case')
}
