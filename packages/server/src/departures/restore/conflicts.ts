import type { Schemas } from '@sendoff/api'
import { type Address, addressesOf, findIdentity } from '../../identity/address.ts'
import { isInUse } from '../../identity/has-account.ts'
import type { MemberRow } from '../../locks/members.ts'
import { findConflicts } from '../../members/conflicts.ts'
import { isOnlyOf } from '../../members/rehire.ts'
import type { Reader } from '../../store/schema.ts'

/** The ways to resolve a lost sign-in: another address, or the owner of the address as it is now. */
export type Resolution = { chosen?: Address | undefined; identity?: 'current' | undefined }

/**
 * Lists everything that prevents the restore of a member: identifiers that other active members have, an account with which the person
 * was rehired, and a sign-in that is lost (S67).
 */
export async function findRestoreConflicts(
  db: Reader,
  member: MemberRow,
  { chosen, identity }: Resolution = {},
): Promise<Schemas['Conflict'][]> {
  const { org_id, account_id } = member
  const wanted = chosen ? { ...member, [chosen.type]: chosen.value } : member
  const conflicts = await findConflicts(db, org_id, wanted, account_id)
  const addresses = addressesOf(member).map(({ type, value }) => ({ field: type, value }))
  const [primary] = addresses
  for (const other of await findOthersOf(db, member)) {
    if (!primary || conflicts.some((known) => known.account_id === other)) continue
    conflicts.push({ ...primary, account_id: other, reason: 'rehired' })
  }
  if (chosen || identity || (await signInOf(db, member)) !== 'lost') return conflicts
  const lost = addresses.filter(({ field }) => !conflicts.some((known) => known.field === field))
  return [...conflicts, ...lost.map((one) => ({ ...one, account_id, reason: 'address_in_use' as const }))]
}

/**
 * The sign-in of a member who is restored: `kept` as it is, `returning` with the member's address, or `lost`, because the address belongs to
 * somebody else now, or could give away departures of others. The contacts of a rehired member prove nothing, because the organisation
 * chose them freely.
 */
export async function signInOf(db: Reader, member: MemberRow): Promise<'kept' | 'returning' | 'lost'> {
  if (member.accepted_at === null) return 'returning'
  const identity = await db
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', member.identity_id)
    .executeTakeFirst()
  const [primary] = addressesOf(member)
  const holder = primary && (await findIdentity(db, primary))
  const isTaken = holder !== undefined && holder !== member.identity_id && (await isInUse(db, holder))
  if (identity && addressesOf(identity).length > 0) return isTaken && member.rehire_of === null ? 'lost' : 'kept'
  const isFree = identity !== undefined && primary !== undefined && !isTaken
  return isFree && (await isOnlyOf(db, member.identity_id, member.org_id)) ? 'returning' : 'lost'
}

/** Lists the active accounts in the organisation of the person whose account is to be restored. */
async function findOthersOf(db: Reader, member: MemberRow): Promise<string[]> {
  const first = member.first_account_id ?? member.account_id
  const rows = await db
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', member.org_id)
    .where('status', '=', 'active')
    .where('account_id', '!=', member.account_id)
    .where((or) =>
      or.or([
        or('identity_id', '=', member.identity_id),
        or('account_id', '=', first),
        or('first_account_id', '=', first),
      ]),
    )
    .orderBy('account_id')
    .execute()
  return rows.map(({ account_id }) => account_id)
}
