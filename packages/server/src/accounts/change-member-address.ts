import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { requireNotOwnCase } from '../apps/controllers.ts'
import { audit } from '../audit/audit.ts'
import type { Sealer } from '../crypto/seal.ts'
import { appendEvents } from '../events/append.ts'
import { type Address, addressesOf, targetOf } from '../identity/address.ts'
import { countInvitation } from '../limits/invitations.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { findOrCreateIdentity } from '../members/address-owner.ts'
import { isBlockedBy } from '../members/blocks.ts'
import { findConflicts } from '../members/conflicts.ts'
import { tellRecycledByMember } from '../members/identifier-recycled.ts'
import { getMember } from '../members/list.ts'
import { requireActive } from '../members/member.ts'
import { isOnlyOf } from '../members/rehire.ts'
import { memberUpdated } from '../members/updated.ts'
import { notify } from '../notifications/notify.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Moment, Work } from '../store/work.ts'
import { searchColumns } from '../values/search.ts'
import { changeAddress } from './change-address.ts'
import { newAddressOf } from './change-my-address.ts'
import type { Notifier } from './notifier.ts'
import { type Given, proveNewAddress, useNewAddress } from './prove-new-address.ts'

type Parts = { store: Store; sealer: Sealer; notifier: Notifier }
type Call = CallOf<'members.changeAddress'>

/**
 * Compares the code for the new address of a member, before the transaction.
 *
 * @throws {Refusal} `admin_required`, `code_invalid`, `invalid_request`
 */
export async function proveMemberAddress(parts: Parts, actor: OrganizationActor, call: Call, at: Moment) {
  requireAdministrator(actor)
  const [address, given] = [newAddressOf(call), givenIn(call)]
  if (given) await proveNewAddress(parts, address, given, { ...at, origin: actor.origin })
}

/**
 * Changes the address of a member (S69). A sign-in with accounts elsewhere is its person's; the addresses of administrators are the
 * founder's matter, and the founder's own is nobody else's, because whoever changes an address can take over the account.
 *
 * @throws {Refusal} `admin_required`, `founder_required`, `own_case`, `member_not_found`, `already_departed`, `other_accounts`,
 * `member_exists`, `address_in_use`, `code_invalid`, `rate_limited`, `invalid_request`
 */
export async function changeMemberAddress(
  parts: Parts,
  work: Work,
  actor: OrganizationActor,
  call: Call,
): Promise<Schemas['Member']> {
  requireAdministrator(actor)
  const { account_id: accountId } = call
  const { orgId } = actor
  const address = newAddressOf(call)
  const member = requireMember(await lockAsAdministrator(work.db, actor, [accountId]), accountId)
  requireActive(member)
  await requireNotOwnCase(work.db, actor, member)
  if (member.role !== 'member') requireFounderFor(actor, member)
  await lockOrganizations(work.db, [orgId])
  const conflicts = await findConflicts(work.db, orgId, { [address.type]: address.value }, accountId)
  if (conflicts.length > 0) throw new Refusal('member_exists', { conflicts })
  const given = givenIn(call)
  if (given) await useNewAddress(work, parts.sealer, address, given)
  else if (member.accepted_at !== null) throw invalid('/code', 'address.code_missing')
  if (member.accepted_at === null) await inviteInstead(work, actor, member, address)
  else await changeAccepted(parts, work, actor, member, address)
  return getMember(work, actor, { account_id: accountId })
}

/** @throws {Refusal} `invalid_request` for a code without the id of its request, or the reverse */
function givenIn({ verification_id, code }: Call): Given | undefined {
  if (verification_id === undefined && code === undefined) return undefined
  if (verification_id === undefined) throw invalid('/verification_id', 'address.code_missing')
  if (code === undefined) throw invalid('/code', 'address.code_missing')
  return { verification_id, code }
}

function requireFounderFor(actor: OrganizationActor, { role }: MemberRow): void {
  const isFounder = actor.type === 'user' && actor.role === 'founder'
  if (!isFounder || role === 'founder') throw new Refusal('founder_required')
}

async function changeAccepted(
  parts: Parts,
  work: Work,
  actor: OrganizationActor,
  { identity_id: identityId, org_id }: MemberRow,
  address: Address,
): Promise<void> {
  if (!(await isOnlyOf(work.db, identityId, org_id))) throw new Refusal('other_accounts')
  const waiting = await findInvitations(work.db, identityId)
  const before = await work.db
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', identityId)
    .executeTakeFirstOrThrow()
  const { type, id, origin } = actor
  const initiator = type === 'app' ? 'app' : 'admin'
  // The lost address must not stay a way in, also where the new one is of the other type.
  const [other] = addressesOf(before)
  const replaces = before[address.type] === null && other ? other.type : address.type
  const change = { identityId, address, replaces, initiator, action: 'members.changeAddress' } as const
  await changeAddress(work, parts, { ...change, actorOf: () => ({ type, id, origin }) })
  const old = before[replaces]
  if (waiting.length === 0 || old === null || old === address.value) return
  // Memberships that wait for the owner of the old address do not follow an administrator's change.
  const owner = await findOrCreateIdentity(work, { type: replaces, value: old })
  await work.db
    .updateTable('account')
    .set({ identity_id: owner.identityId })
    .where('account_id', 'in', waiting)
    .where('accepted_at', 'is', null)
    .execute()
}

async function findInvitations(tx: Tx, identityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('status', '=', 'active')
    .where('accepted_at', 'is', null)
    .execute()
  return rows.map(({ account_id }) => account_id)
}

/** Offers the membership to the owner of another address. */
async function inviteInstead(work: Work, actor: OrganizationActor, member: MemberRow, address: Address): Promise<void> {
  const { account_id: accountId, org_id: orgId } = member
  const before = await getMember(work, actor, { account_id: accountId })
  const owner = await findOrCreateIdentity(work, address)
  const others = await work.db
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', orgId)
    .where('identity_id', '=', owner.identityId)
    .where('status', '=', 'active')
    .where('account_id', '!=', accountId)
    .execute()
  const field = address.type
  const conflicts = others.map((one) => ({
    field,
    value: address.value,
    account_id: one.account_id,
    reason: 'taken' as const,
  }))
  if (conflicts.length > 0) throw new Refusal('member_exists', { conflicts })
  await countInvitation(work, orgId, { address: targetOf(address) })
  const contacts = { email: member.email, phone: member.phone, [field]: address.value }
  await work.db
    .updateTable('account')
    .set({
      ...contacts,
      ...searchColumns({ ...member, ...contacts }),
      identity_id: owner.identityId,
      revision: member.revision + 1,
    })
    .where('account_id', '=', accountId)
    .execute()
  await tellRecycledByMember(work, orgId, owner, address)
  const after = await getMember(work, actor, { account_id: accountId })
  await appendEvents(work, memberUpdated({ orgId, accountId, actor, before, after }))
  if (!(await isBlockedBy(work.db, owner.identityId, orgId))) {
    await notify(work, { identityId: owner.identityId, accountId, orgId, type: 'membership.invited', data: {} })
  }
  await audit(work, actor, { orgId, action: 'members.changeAddress', target: accountId, before, after })
}
