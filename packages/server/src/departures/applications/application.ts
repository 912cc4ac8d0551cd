import type { CallOf, Schemas } from '@sendoff/api'
import type { ExpressionBuilder, Selectable } from 'kysely'
import { isAdministrator, type OrganizationActor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import { listed } from '../../store/page.ts'
import type { Reader, Schema, Tx } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'

import { type Approval, presentAwaiting } from './reviewers.ts'

export type LeaveApplication = Schemas['LeaveApplication']
export type ApplicationRow = Selectable<Schema['leave_application']> & { applicant_name: string }

const orNull = (time: number | null) => (time === null ? null : timestamp(time))

/** A leave application as the contract shows it. */
export function presentApplication(row: ApplicationRow): LeaveApplication {
  return {
    application_id: row.application_id,
    account_id: row.account_id,
    applicant_name: row.applicant_name,
    reason_code: row.reason_code as Schemas['ReasonCode'],
    reason_text: row.reason_text,
    status: row.status,
    comment: row.comment,
    decided_by: row.decided_by,
    decided_at: orNull(row.decided_at),
    expires_at: orNull(row.expires_at),
    departure_id: row.departure_id,
    created_at: timestamp(row.created_at),
    reviewers: row.reviewers,
    manager_id: row.manager_id,
    awaiting: row.status === 'pending' ? presentAwaiting(row.awaiting) : [],
    approvals: (JSON.parse(row.approvals) as Approval[]).map(({ approved_at, ...approval }) => ({
      ...approval,
      approved_at: timestamp(approved_at),
    })),
  }
}

const applications = (db: Reader, orgId: string) =>
  db
    .selectFrom('leave_application')
    .innerJoin('account', 'account.account_id', 'leave_application.account_id')
    .selectAll('leave_application')
    .select('account.name as applicant_name')
    .where('leave_application.org_id', '=', orgId)

/** True if an actor sees every application of the organisation; other members see only their own. */
export function mayReadAll(actor: OrganizationActor): boolean {
  return isAdministrator(actor) && actor.scopes.has('leave_application:read')
}

/** A condition: the caller can give the next approval of a pending application. */
function isAwaiting(is: ExpressionBuilder<Schema, 'leave_application'>, actor: OrganizationActor) {
  const asAdministrator = is.and([
    is('leave_application.account_id', '!=', actor.id),
    is('leave_application.awaiting', '!=', 'manager'),
  ])
  const asManager = is.and([
    is('leave_application.manager_id', '=', actor.id),
    is('leave_application.manager_id', 'is not', null),
    is('leave_application.awaiting', '!=', 'administrator'),
  ])
  return is.and([
    is('leave_application.status', '=', 'pending'),
    isAdministrator(actor) ? is.or([asAdministrator, asManager]) : asManager,
  ])
}

/**
 * Lists leave applications: administrators and apps see all, a member their own and those that they review as a manager.
 */
export async function listApplications(
  { db }: View,
  actor: OrganizationActor,
  { status, account_id, awaiting_me, ...page }: CallOf<'leaveApplications.list'>,
): Promise<Schemas['LeaveApplicationList']> {
  let query = applications(db, actor.orgId)
  if (!mayReadAll(actor)) {
    query = query.where((or) =>
      or.or([or('leave_application.account_id', '=', actor.id), or('leave_application.manager_id', '=', actor.id)]),
    )
  }
  if (awaiting_me !== undefined) {
    query = query.where((is) => (awaiting_me ? isAwaiting(is, actor) : is.not(isAwaiting(is, actor))))
  }
  if (status) query = query.where('leave_application.status', '=', status)
  if (account_id) query = query.where('leave_application.account_id', '=', account_id)
  const columns = { id: 'application_id', from: 'leave_application', at: 'created_at' } as const
  return listed(query, columns, page, presentApplication)
}

/** @throws {Refusal} `leave_application_not_found` */
export async function findApplication(db: Reader, orgId: string, id: string): Promise<ApplicationRow> {
  const row = await applications(db, orgId).where('application_id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('leave_application_not_found')
  return row
}

/**
 * Finds one of a person's own applications.
 *
 * @throws {Refusal} `leave_application_not_found`
 */
export async function findOwnApplication(db: Reader, actor: OrganizationActor, id: string): Promise<ApplicationRow> {
  const row = await findApplication(db, actor.orgId, id)
  if (row.account_id !== actor.id) throw new Refusal('leave_application_not_found')
  return row
}

/** Updates an application and returns its new row. */
export async function changeApplication(
  tx: Tx,
  { org_id, application_id }: ApplicationRow,
  change: Partial<Omit<ApplicationRow, 'applicant_name'>>,
): Promise<ApplicationRow> {
  await tx
    .updateTable('leave_application')
    .set(change)
    .where('org_id', '=', org_id)
    .where('application_id', '=', application_id)
    .execute()
  return findApplication(tx, org_id, application_id)
}

/** @throws {Refusal} `application_pending` if a member has an application that is pending or approved */
export async function requireNoneOpen(db: Reader, orgId: string, accountId: string): Promise<void> {
  const open = await db
    .selectFrom('leave_application')
    .select('application_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .where('status', 'in', ['pending', 'approved'])
    .executeTakeFirst()
  if (open) throw new Refusal('application_pending')
}
