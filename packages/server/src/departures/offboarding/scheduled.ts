import type { MemberRow } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'

/** Finds the scheduled offboarding of a member; there is at most one. */
export async function findScheduledOffboarding(
  db: Reader,
  { org_id, account_id }: Pick<MemberRow, 'org_id' | 'account_id'>,
) {
  const [row] = await readScheduled(db, { org_id, account_id })
  return row
}

const readScheduled = statement((db, $: Placing<Pick<MemberRow, 'org_id' | 'account_id'>>) =>
  db
    .selectFrom('offboarding')
    .selectAll()
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id'))
    .where('status', '=', 'scheduled'),
)

/** @throws {Refusal} `offboarding_exists` */
export async function requireNoneScheduled(db: Reader, member: MemberRow): Promise<void> {
  if (await findScheduledOffboarding(db, member)) throw new Refusal('offboarding_exists')
}
