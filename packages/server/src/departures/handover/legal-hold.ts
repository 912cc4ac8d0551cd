import { sql } from 'kysely'
import { Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'

/** Checks if a legal hold stands on any departure of an account, restored ones included. While it does, nothing of the account is removed (S98). */
export async function isOnLegalHold(db: Reader, orgId: string, accountId: string): Promise<boolean> {
  return (await readStanding(db, { orgId, accountId })).length > 0
}

const readStanding = statement((db, $: Placing<{ orgId: string; accountId: string }>) =>
  db
    .selectFrom('legal_hold')
    .select('hold_id')
    .where('org_id', '=', $('orgId'))
    .where('account_id', '=', $('accountId'))
    .where('released_at', 'is', null)
    .limit(sql.lit(1)),
)

/** @throws {Refusal} `legal_hold_standing`; call it with the account locked */
export async function requireNoLegalHold(db: Reader, orgId: string, accountId: string): Promise<void> {
  if (await isOnLegalHold(db, orgId, accountId)) throw new Refusal('legal_hold_standing')
}
