import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { requireNotOwnCase } from '../apps/controllers.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { addAccount } from '../identity/add-account.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { countInvitation } from '../limits/invitations.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations, requireNotDissolving } from '../locks/organizations.ts'
import { notify } from '../notifications/notify.ts'
import { ROOT_DEPARTMENT, requireDepartments } from '../organizations/departments.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { findOrCreateIdentity } from './address-owner.ts'
import { isBlockedBy } from './blocks.ts'
import { findConflicts, type Identifiers } from './conflicts.ts'
import { setDepartments } from './departments.ts'
import { tellRecycledByMember } from './identifier-recycled.ts'
import { getMember } from './list.ts'
import { findFormer, identityOfReturning, linkTo, noteRehire } from './rehire.ts'
import { findRestorableOf } from './restorable.ts'
import { requireManager } from './update.ts'

/**
 * Adds a person to the organisation, with their existing sign-in or a new one. The organisation can use the membership
 * immediately; the person accepts it later. Answer and effects are the same whether or not the address has a sign-in or
 * the person has blocked the organisation: otherwise anybody with an organisation could find out which addresses are
 * known.
 *
 * Somebody who may be a departed member is refused unless the command says if it is the same person (S64, S65).
 *
 * @throws {Refusal} `admin_required`, `dissolution_in_progress`, `member_exists` with all conflicts, `departure_restorable`,
 * `departure_not_found`, `already_restored`, `own_case` for an app that the person controls, `invalid_request`, `rate_limited`
 * @see docs/decisions/memberships.md
 */
export async function createMember(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['CreateMemberRequest'],
): Promise<Schemas['Member']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const contact = contactOf(command)
  const { rehire_of, manager_id = null } = command
  if (rehire_of !== undefined && command.new_person) throw invalid('/new_person', 'rehire.new_person')
  const named = rehire_of === undefined ? undefined : await findFormer(work.db, orgId, rehire_of)
  const concerned = [...(manager_id ? [manager_id] : []), ...(named ? [named.account_id] : [])]
  const locked = await lockAsAdministrator(work.db, actor, concerned)
  // The departure is read again under the lock, because it may have been undone in between.
  const former = rehire_of === undefined ? undefined : await findFormer(work.db, orgId, rehire_of)
  if (former) await requireNotOwnCase(work.db, actor, former)
  await lockOrganizations(work.db, [orgId])
  await requireNotDissolving(work.db, orgId)
  const deptIds = [...new Set(command.dept_ids ?? [ROOT_DEPARTMENT])]
  await requireDepartments(
    work.db,
    orgId,
    deptIds,
    (i) => `/dept_ids/${command.dept_ids ? command.dept_ids.indexOf(i) : ''}`,
  )
  requireManager(locked, command.manager_id)

  const identifiers = { email: contact.email, phone: contact.phone, external_id: command.external_id ?? null }
  const conflicts = await findConflicts(work.db, orgId, identifiers)
  if (conflicts.length === 0 && !former && !command.new_person) await requireNotRestorable(work, orgId, identifiers)
  const owner = former
    ? await identityOfReturning(work, former, contact.address)
    : await findOrCreateIdentity(work, contact.address)
  const { identityId } = owner
  const samePerson = await findAccountOf(work.db, orgId, identityId, contact.address)
  const others = samePerson.filter((one) => !conflicts.some((known) => known.field === one.field))
  if (conflicts.length + others.length > 0) {
    throw new Refusal('member_exists', { conflicts: [...conflicts, ...others] })
  }

  await countInvitation(work, orgId, { address: targetOf(contact.address) })

  const accountId = await addAccount(work, {
    identity_id: identityId,
    org_id: orgId,
    name: command.name,
    role: 'member',
    ...identifiers,
    manager_id,
    accepted_at: null,
    ...linkTo(former),
  })
  await setDepartments(work.db, orgId, accountId, deptIds)
  if (former) await noteRehire(work.db, former, accountId)
  const member = await getMember(work, actor, { account_id: accountId })
  await tellRecycledByMember(work, orgId, owner, contact.address)
  await appendEvents(work, [{ orgId, type: 'member.joined', actor, data: joined(member) }])
  if (!(await isBlockedBy(work.db, identityId, orgId))) {
    await notify(work, { identityId, accountId, orgId, type: 'membership.invited', data: {} })
  }
  await audit(work, actor, { orgId, action: 'members.create', target: accountId, after: member })
  return member
}

const joined = ({ account_id, external_id, name, email, phone, dept_ids, role, rehire_of }: Schemas['Member']) => {
  return { account_id, external_id, name, email, phone, dept_ids, role, rehire_of }
}

/** @throws {Refusal} `departure_restorable` */
async function requireNotRestorable(work: Work, orgId: string, identifiers: Identifiers): Promise<void> {
  const departures = await findRestorableOf(work, orgId, identifiers)
  const [latest] = departures
  if (latest) throw new Refusal('departure_restorable', { departure_id: latest.departure_id, departures })
}

/** @throws {Refusal} `invalid_request` without an email or phone */
function contactOf(command: Schemas['CreateMemberRequest']) {
  const email = command.email ?? null
  const phone = command.phone ?? null
  const address: Address | undefined =
    email !== null ? { type: 'email', value: email } : phone !== null ? { type: 'phone', value: phone } : undefined
  if (!address) throw invalid('/email', 'address.email_missing')
  return { email, phone, address }
}

/** A person has at most one active account in an organisation, whatever contacts it has. */
async function findAccountOf(
  tx: Tx,
  orgId: string,
  identityId: string,
  { type: field, value }: Address,
): Promise<Schemas['Conflict'][]> {
  const rows = await tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('org_id', '=', orgId)
    .where('status', '=', 'active')
    .execute()
  return rows.map(({ account_id }) => ({ field, value, account_id, reason: 'taken' }))
}
