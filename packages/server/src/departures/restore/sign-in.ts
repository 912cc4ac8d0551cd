import type { Schemas } from '@sendoff/api'
import { type Address, addressesOf, addressOf } from '../../identity/address.ts'
import type { MemberRow } from '../../locks/members.ts'
import { findOrCreateIdentity, type Owner } from '../../members/address-owner.ts'
import { isBlockedBy } from '../../members/blocks.ts'
import { tellRecycledByMember } from '../../members/identifier-recycled.ts'
import { identityOfReturning } from '../../members/rehire.ts'
import { notify } from '../../notifications/notify.ts'
import { invalid, Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { searchColumns } from '../../values/search.ts'
import { findRestoreConflicts, type Resolution, signInOf } from './conflicts.ts'

type SignInState = Awaited<ReturnType<typeof signInOf>>
type Choice = Pick<Schemas['RestoreRequest'], 'email' | 'phone' | 'identity'>

/**
 * Settles the sign-in of a member who is restored (S67). A membership that was never accepted belongs to the owner of its address. Any
 * other stays with its person, unless their sign-in is lost and the choice names another; whoever else gets it has to accept it.
 *
 * @param member locked
 * @returns the member with their sign-in, contacts and acceptance, as they are stored
 * @throws {Refusal} `restore_conflict`, `invalid_request`
 */
export async function settleSignIn(work: Work, member: MemberRow, choice: Choice): Promise<MemberRow> {
  const resolution = { chosen: chosenAddress(choice), identity: choice.identity }
  // A registration of the address at the same time comes first or second, never in between.
  await lockSignIn(work.db, member)
  const conflicts = await findRestoreConflicts(work.db, member, resolution)
  if (conflicts.length > 0) throw new Refusal('restore_conflict', { conflicts })
  const address = addressToReturnBy(member, resolution, await signInOf(work.db, member))
  if (!address) return member
  const owner = await ownerOf(work, member, resolution, address)
  await requireNoOtherAccount(work.db, member, owner, address)
  await tellRecycledByMember(work, member.org_id, owner, address)
  const accepted_at = owner.identityId === member.identity_id ? member.accepted_at : null
  const settled = { identity_id: owner.identityId, accepted_at, [address.type]: address.value }
  const columns = { ...settled, ...searchColumns({ ...member, ...settled }) }
  await work.db.updateTable('account').set(columns).where('account_id', '=', member.account_id).execute()
  if (member.accepted_at !== null && accepted_at === null) await invite(work, member, owner.identityId)
  return { ...member, ...settled }
}

/** @throws {Refusal} `invalid_request` for more than one choice */
function chosenAddress({ email, phone, identity }: Choice): Address | undefined {
  if (email === undefined && phone === undefined) return undefined
  if (identity !== undefined) throw invalid('/identity', 'restore.identity')
  return addressOf({ ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) })
}

async function lockSignIn(tx: Tx, { identity_id }: MemberRow): Promise<void> {
  await tx.selectFrom('identity').select('identity_id').where('identity_id', '=', identity_id).forUpdate().execute()
}

/** Finds the address by which the sign-in is looked up again; undefined if it stays as it is. */
function addressToReturnBy(member: MemberRow, { chosen, identity }: Resolution, state: SignInState) {
  const isLookedUp = state === 'returning' || (state === 'lost' && identity !== undefined)
  return chosen ?? (isLookedUp ? addressesOf(member)[0] : undefined)
}

/** Finds who gets the account: its person, or the owner of the address. */
function ownerOf(work: Work, member: MemberRow, { identity }: Resolution, address: Address): Promise<Owner> {
  const isSamePerson = member.accepted_at === null ? member.rehire_of !== null : identity === undefined
  return isSamePerson ? identityOfReturning(work, member, address) : findOrCreateIdentity(work, address)
}

/** @throws {Refusal} `restore_conflict` if the new owner of the account has another one in the organisation */
async function requireNoOtherAccount(tx: Tx, member: MemberRow, owner: Owner, address: Address): Promise<void> {
  const other = await tx
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', member.org_id)
    .where('identity_id', '=', owner.identityId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!other) return
  const conflict = { field: address.type, value: address.value, account_id: other.account_id, reason: 'taken' } as const
  throw new Refusal('restore_conflict', { conflicts: [conflict] })
}

async function invite(work: Work, { account_id: accountId, org_id: orgId }: MemberRow, identityId: string) {
  if (await isBlockedBy(work.db, identityId, orgId)) return
  await notify(work, { identityId, accountId, orgId, type: 'membership.invited', data: {} })
}
