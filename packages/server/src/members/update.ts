import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { requireDepartments } from '../organizations/departments.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Work } from '../store/work.ts'
import { searchColumns } from '../values/search.ts'
import { findConflicts } from './conflicts.ts'
import { setDepartments } from './departments.ts'
import { getMember } from './list.ts'
import { requireActive } from './member.ts'
import { reviewAgain } from './review-again.ts'
import { memberUpdated } from './updated.ts'

/**
 * Updates the given fields of a member.
 *
 * @throws {Refusal} `admin_required`, `member_not_found`, `already_departed`, `member_exists`, `invalid_request`
 */
export async function updateMember(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['UpdateMemberRequest'] & { account_id: string },
): Promise<Schemas['Member']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const { account_id: accountId, dept_ids: deptIds, ...columns } = command
  const locked = await lockAsAdministrator(work.db, actor, [
    accountId,
    ...(columns.manager_id ? [columns.manager_id] : []),
  ])
  const row = requireMember(locked, accountId)
  requireActive(row)
  await lockOrganizations(work.db, [orgId])
  if (columns.manager_id === accountId) throw invalid('/manager_id', 'member.own_manager')
  requireManager(locked, columns.manager_id)
  if (deptIds) await requireDepartments(work.db, orgId, deptIds, (id) => `/dept_ids/${deptIds.indexOf(id)}`)
  if (columns.external_id) {
    const conflicts = await findConflicts(work.db, orgId, { external_id: columns.external_id }, accountId)
    if (conflicts.length > 0) throw new Refusal('member_exists', { conflicts })
  }

  const before = await getMember(work, actor, { account_id: accountId })
  if (deptIds) await setDepartments(work.db, orgId, accountId, [...new Set(deptIds)])
  await work.db
    .updateTable('account')
    .set({ ...columns, ...searchColumns({ ...row, ...columns }), revision: row.revision + 1 })
    .where('account_id', '=', accountId)
    .execute()
  const after = await getMember(work, actor, { account_id: accountId })
  const events = memberUpdated({ orgId, accountId, actor, before, after })
  if (events.length > 0) {
    await appendEvents(work, events)
    if (columns.manager_id !== undefined) await reviewAgain(work, orgId, accountId)
    await audit(work, actor, { orgId, action: 'members.update', target: accountId, before, after })
  }
  return after
}

/**
 * Checks that the manager, if given, is an active member.
 *
 * @param locked the locked members, including the manager if there is such a member
 * @throws {Refusal} `invalid_request`
 */
export function requireManager(locked: MemberRow[], managerId: string | null | undefined): void {
  if (managerId === null || managerId === undefined) return
  const manager = locked.find((row) => row.account_id === managerId)
  if (manager?.status !== 'active') throw invalid('/manager_id', 'member.inactive')
}
