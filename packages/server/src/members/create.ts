import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { addAccount } from '../identity/add-account.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { findOrCreateIdentity } from '../identity/waiting.ts'
import { countInvitation } from '../limits/invitations.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations, requireNotDissolving } from '../locks/organizations.ts'
import { notify } from '../notifications/notify.ts'
import { ROOT_DEPARTMENT, requireDepartments } from '../organizations/departments.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { isBlockedBy } from './blocks.ts'
import { findConflicts } from './conflicts.ts'
import { setDepartments } from './departments.ts'
import { findMember, presentMember } from './member.ts'
import { requireManager } from './update.ts'

/**
 * Adds a person to the organisation, with their existing sign-in or a new one. The organisation can use the membership
 * immediately; the person accepts it later. Answer and effects are the same whether or not the address has a sign-in or
 * the person has blocked the organisation: otherwise anybody with an organisation could find out which addresses are
 * known.
 *
 * @throws {Refusal} `admin_required`, `dissolution_in_progress`, `member_exists` with all conflicts, `invalid_request`,
 * `rate_limited`
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
  const locked = await lockAsAdministrator(work.db, actor, command.manager_id ? [command.manager_id] : [])
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
  const identityId = await findOrCreateIdentity(work, contact.address)
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
    manager_id: command.manager_id ?? null,
    accepted_at: null,
  })
  await setDepartments(work.db, orgId, accountId, deptIds)
  const member = presentMember(
    await findMember(work.db, orgId, accountId),
    deptIds.toSorted((a, b) => a - b),
  )
  await appendEvents(work, [{ orgId, type: 'member.joined', actor, data: joined(member) }])
  if (!(await isBlockedBy(work.db, identityId, orgId))) {
    await notify(work, { identityId, accountId, orgId, type: 'membership.invited', data: {} })
  }
  await audit(work, actor, { orgId, action: 'members.create', target: accountId, after: member })
  return member
}

const joined = ({ account_id, external_id, name, email, phone, dept_ids, role }: Schemas['Member']) => {
  return { account_id, external_id, name, email, phone, dept_ids, role }
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
  return rows.map(({ account_id }) => ({ field, value, account_id }))
}
