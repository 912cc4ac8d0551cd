import type { Schemas } from '@sendoff/api'
import { RECEIPT_DEADLINE_HOURS } from '../events/outbox/receipt-terms.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'

/** The policies of an organisation. */
export type Policy = Schemas['Policies']

/** The part of a policy that is stored beside the organisation. */
export type StoredPolicy = Omit<Schema['organization_policy'], 'org_id'>

/** The policies of an organisation that has set none, apart from its leave policy. */
export const DEFAULT_POLICY: StoredPolicy = {
  instant_leave_departments: null,
  instant_leave_dept_ids: '[]',
  leaver_may_delete: 0,
  reviewers: 'administrators',
  suspend_then_depart: 'never',
  suspension_hours: 24,
  restore_window_days: 30,
  receipt_deadline_hours: RECEIPT_DEADLINE_HOURS,
  reason_retention_days: null,
  record_retention_days: null,
}

/** Reads the policies that are in force. A fallback recipient or a department that is gone is left out. */
export async function readPolicy(db: Reader, orgId: string): Promise<Policy> {
  const stored = await readStoredPolicy(db, orgId)
  const deptIds = await departmentsThatExist(db, orgId, JSON.parse(stored.instant_leave_dept_ids))
  const { leaver_may_delete, instant_leave_departments: _, leave_policy, recipient_status, ...policy } = stored
  return {
    ...policy,
    instant_leave: instantLeaveOf(stored, deptIds),
    instant_leave_dept_ids: deptIds,
    fallback_recipient_id: recipient_status === 'active' ? stored.fallback_recipient_id : null,
    leaver_may_delete: leaver_may_delete === 1,
  }
}

/** Reads the policies as they are stored, with recipients and departments that are gone. */
export async function readStoredPolicy(db: Reader, orgId: string) {
  const [[found], [row]] = await Promise.all([readLeavePolicy(db, { orgId }), readOwnPolicy(db, { orgId })])
  if (!found) throw new Error('There is no organisation that the policies are of')
  const { org_id: _, ...organization } = found
  return { ...(row ?? DEFAULT_POLICY), ...organization }
}

const readLeavePolicy = statement((db, $: Placing<{ orgId: string }>) =>
  db
    .selectFrom('organization')
    .leftJoin('account', 'account.account_id', 'organization.leave_fallback_recipient_id')
    .select(['organization.org_id', 'leave_policy', 'leave_fallback_recipient_id as fallback_recipient_id'])
    .select('account.status as recipient_status')
    .where('organization.org_id', '=', $('orgId')),
)

const readOwnPolicy = statement((db, $: Placing<{ orgId: string }>) =>
  db
    .selectFrom('organization_policy')
    .select(Object.keys(DEFAULT_POLICY) as (keyof StoredPolicy)[])
    .where('org_id', '=', $('orgId')),
)

async function departmentsThatExist(db: Reader, orgId: string, deptIds: number[]): Promise<number[]> {
  if (deptIds.length === 0) return []
  const rows = await db
    .selectFrom('department')
    .select('dept_id')
    .where('org_id', '=', orgId)
    .where('dept_id', 'in', deptIds)
    .orderBy('dept_id')
    .execute()
  return rows.map(({ dept_id }) => dept_id)
}

/** Without a department that exists, an exception excepts nobody. */
function instantLeaveOf(
  { leave_policy, instant_leave_departments: named }: Awaited<ReturnType<typeof readStoredPolicy>>,
  deptIds: number[],
): Policy['instant_leave'] {
  if (leave_policy === 'instant') return 'everyone'
  if (named === null) return 'nobody'
  if (deptIds.length === 0) return named === 'only' ? 'nobody' : 'everyone'
  return named === 'only' ? 'only_departments' : 'except_departments'
}

/** The leave policy, as far as it can be told without departments: `approval` if anybody needs one. */
export function leavePolicyOf({ instant_leave, fallback_recipient_id }: Policy): Schemas['LeavePolicy'] {
  return { mode: instant_leave === 'everyone' ? 'instant' : 'approval', fallback_recipient_id }
}

/** Stores policies, each department once and only if it exists. */
export async function writePolicy(db: Tx, orgId: string, policy: Policy): Promise<void> {
  const { instant_leave, instant_leave_dept_ids, fallback_recipient_id, leaver_may_delete, ...others } = policy
  const named = ({ only_departments: 'only', except_departments: 'except' } as const)[instant_leave as string] ?? null
  const deptIds = await departmentsThatExist(db, orgId, instant_leave_dept_ids)
  const row: StoredPolicy = {
    ...others,
    instant_leave_departments: named,
    instant_leave_dept_ids: JSON.stringify(deptIds),
    leaver_may_delete: leaver_may_delete ? 1 : 0,
  }
  await db
    .insertInto('organization_policy')
    .values({ org_id: orgId, ...row })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(row))
    .execute()
  await db
    .updateTable('organization')
    .set({
      leave_policy: instant_leave === 'everyone' ? 'instant' : 'approval',
      leave_fallback_recipient_id: fallback_recipient_id,
    })
    .where('org_id', '=', orgId)
    .execute()
}
