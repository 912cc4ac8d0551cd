import { createHash } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import { membersOf } from '../../../locks/members.ts'
import { requireDepartments } from '../../../organizations/departments.ts'
import { invalid } from '../../../refusal.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Reader } from '../../../store/schema.ts'

type Filter = Schemas['OffboardingFilter']

/** The most members of a batch by filter. */
export const MOST_MATCHED = 20_000

/** The members that a filter matches. */
export type Matched = {
  accountIds: string[]
  /** The ids of the filter that nobody of them has. */
  notMatched: string[]
  /** A hash of the account ids. */
  revision: string
}

/**
 * Finds the active members for whom every condition of a filter holds, in the order in which they joined.
 *
 * @throws {Refusal} `invalid_request` for a filter without a condition and for one that matches more than 20,000 members
 */
export async function findMatched(db: Reader, orgId: string, filter: Filter): Promise<Matched> {
  if (Object.keys(filter).length === 0) throw invalid('/filter', 'batch.filter_empty')
  await requireKnown(db, orgId, filter)
  const rows = await matching(db, orgId, filter)
    .clearSelect()
    .select(['account.account_id', 'account.external_id'])
    .orderBy('account.account_id')
    .limit(MOST_MATCHED + 1)
    .execute()
  if (rows.length > MOST_MATCHED) throw invalid('/filter', 'batch.filter_wide', { most: String(MOST_MATCHED) })
  const accountIds = rows.map(({ account_id }) => account_id)
  const known = new Set([...accountIds, ...rows.map(({ external_id }) => external_id)])
  const named = [...(filter.account_ids ?? []), ...(filter.external_ids ?? [])]
  return {
    accountIds,
    notMatched: named.filter((id) => !known.has(id)),
    revision: createHash('sha256').update(accountIds.join(' ')).digest('base64url'),
  }
}

/** A department or manager of another organisation would match nobody in silence. */
async function requireKnown(db: Reader, orgId: string, { dept_ids = [], manager_ids = [] }: Filter): Promise<void> {
  if (dept_ids.length > 0)
    await requireDepartments(db, orgId, dept_ids, (id) => `/filter/dept_ids/${dept_ids.indexOf(id)}`)
  if (manager_ids.length === 0) return
  const found = await membersOf(db, orgId).where('account.account_id', 'in', manager_ids).execute()
  const known = new Set(found.map(({ account_id }) => account_id))
  const unknown = manager_ids.findIndex((id) => !known.has(id))
  if (unknown >= 0) throw invalid(`/filter/manager_ids/${unknown}`, 'batch.manager')
}

function matching(db: Reader, orgId: string, filter: Filter) {
  const { dept_ids, roles, conditions, manager_ids, external_ids, account_ids } = filter
  let query = membersOf(db, orgId).where('account.status', '=', 'active')
  if (dept_ids) {
    query = query.where((has) =>
      has.exists(
        has
          .selectFrom('account_department as placed')
          .select('placed.dept_id')
          .whereRef('placed.org_id', '=', 'account.org_id')
          .whereRef('placed.account_id', '=', 'account.account_id')
          .where('placed.dept_id', 'in', dept_ids),
      ),
    )
  }
  if (roles) query = query.where('account.role', 'in', roles)
  if (conditions) query = query.where('account.condition', 'in', conditions)
  if (manager_ids) query = query.where('account.manager_id', 'in', manager_ids)
  if (external_ids) query = query.where(isOneOf(db, 'account.external_id', external_ids))
  if (account_ids) query = query.where(isOneOf(db, 'account.account_id', account_ids))
  return query
}
