import type { Actor } from '../actor.ts'
import type { MemberRow } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/**
 * Records that a person can act as an app, or has it act for them: they made it, or gave it a secret, keys, redirect URIs or
 * scopes. It stays recorded for as long as there is the app, because a token or a copy of a secret outlives the secret's deletion.
 */
export async function recordController(work: Work, appId: string, { identity_id }: MemberRow): Promise<void> {
  await work.db
    .insertInto('app_controller')
    .values({ app_id: appId, identity_id, created_at: work.now })
    .onConflict((conflict) => conflict.columns(['app_id', 'identity_id']).doNothing())
    .execute()
}

/**
 * Tells whether an act on a member is that member's own: done by themself, or through an app that they can act as, also one of
 * another organisation in which they have an account.
 */
export async function isOwnAct(
  db: Reader,
  actor: Pick<Actor, 'type' | 'id'>,
  { account_id, identity_id }: Pick<MemberRow, 'account_id' | 'identity_id'>,
): Promise<boolean> {
  if (actor.type === 'user') return actor.id === account_id
  const controller = await db
    .selectFrom('app_controller')
    .select('app_id')
    .where('app_id', '=', actor.id)
    .where('identity_id', '=', identity_id)
    .executeTakeFirst()
  return controller !== undefined
}

/**
 * Checks that nobody decides on their own case, by themself or through an app.
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
