import type { Actor } from '../actor.ts'
import type { Reader } from '../store/schema.ts'

/** The identity of the person behind a token, as a subquery. */
export function identityOf(db: Reader, actor: Actor) {
  return db.selectFrom('account as own').select('own.identity_id').where('own.account_id', '=', actor.id)
}
