import type { Schemas } from '@sendoff/api'
import type { Reader } from '../../store/schema.ts'
import type { Closed } from '../closed.ts'
import type { DepartureRow } from '../departure.ts'
import { findRecipients } from '../handover/recipients.ts'
import { findGivableDepartments, isFallbackGivable } from '../references/givable.ts'

type NotRestored = Schemas['NotRestored']

/** The number of resources that are listed as not restored; the handover report contains all of them. */
const MOST_LISTED = 500

/**
 * Lists everything that a restore does not bring back or sets back: resources, departments and role (S28), relations to others, and
 * what the departure closed.
 */
export async function findNotRestored(db: Reader, departure: DepartureRow, deptIds: number[]): Promise<NotRestored[]> {
  const { dept_ids, role } = JSON.parse(departure.snapshot) as Schemas['MemberSnapshot']
  return [
    ...(await resourcesOf(db, departure)),
    ...dept_ids
      .filter((id) => !deptIds.includes(id))
      .map((id) => ({ type: 'department' as const, id: String(id), reason: 'department_lost' as const })),
    ...(role === 'admin' ? [{ type: 'role' as const, id: role, reason: 'role_lost' as const }] : []),
    ...(await relationsOf(db, departure, deptIds)),
    ...closedBy(departure),
  ]
}

async function resourcesOf(db: Reader, { org_id, departure_id }: DepartureRow): Promise<NotRestored[]> {
  const items = await db
    .selectFrom('handover_item')
    .select(['resource_id', 'outcome'])
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('outcome', '!=', 'held')
    .$narrowType<{ outcome: 'transferred' | 'deleted' }>()
    .orderBy('resource_id')
    .limit(MOST_LISTED)
    .execute()
  return items.map(({ resource_id, outcome }) => ({ type: 'resource', id: resource_id, reason: outcome }))
}

const closedOf = ({ closed }: DepartureRow) => JSON.parse(closed ?? '{}') as Partial<Closed>

/** The manager, and the places of the member that somebody else or nobody has now. */
async function relationsOf(db: Reader, departure: DepartureRow, deptIds: number[]): Promise<NotRestored[]> {
  const { org_id, account_id } = departure
  const { manager_id } = JSON.parse(departure.snapshot) as Schemas['MemberSnapshot']
  const { head_of = [], fallback = false } = closedOf(departure)
  const lost: NotRestored[] = []
  if (manager_id !== null && !(await keepsManager(db, departure, manager_id))) {
    lost.push({ type: 'manager', id: manager_id, reason: 'manager_unavailable' })
  }
  if (head_of.length > 0) {
    const still = await db
      .selectFrom('department')
      .select('dept_id')
      .where('org_id', '=', org_id)
      .where('head_id', '=', account_id)
      .execute()
    const kept = new Set([
      ...still.map(({ dept_id }) => Number(dept_id)),
      ...(await findGivableDepartments(db, departure, deptIds)),
    ])
    const replaced = head_of.filter((id) => !kept.has(id))
    lost.push(...replaced.map((id) => ({ type: 'department_head', id: String(id), reason: 'head_replaced' }) as const))
  }
  if (fallback) {
    const { leave_fallback_recipient_id } = await db
      .selectFrom('organization')
      .select('leave_fallback_recipient_id')
      .where('org_id', '=', org_id)
      .executeTakeFirstOrThrow()
    const givable = await isFallbackGivable(db, departure, leave_fallback_recipient_id)
    if (leave_fallback_recipient_id !== account_id && !givable) {
      lost.push({ type: 'fallback_recipient', id: account_id, reason: 'recipient_replaced' })
    }
  }
  return lost
}

/** True if the member has the same manager after a restore, which keeps one who can act. */
async function keepsManager(db: Reader, { org_id, account_id }: DepartureRow, managerId: string): Promise<boolean> {
  const { manager_id } = await db
    .selectFrom('account')
    .select('manager_id')
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .executeTakeFirstOrThrow()
  return (
    manager_id === managerId && (await findRecipients(db, { org_id, account_id, manager_id }, [managerId])).size > 0
  )
}

/** The set end date and the application that the departure closed. */
function closedBy(departure: DepartureRow): NotRestored[] {
  const { offboarding_id, application_id } = closedOf(departure)
  return [
    ...(offboarding_id
      ? [{ type: 'scheduled_offboarding' as const, id: offboarding_id, reason: 'offboarding_canceled' as const }]
      : []),
    ...(application_id
      ? [{ type: 'leave_application' as const, id: application_id, reason: 'application_withdrawn' as const }]
      : []),
  ]
}
