import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../locks/members.ts'
import type { Reader } from '../store/schema.ts'

/** The identifiers that are unique among the active members of an organisation. */
export type Identifiers = Partial<Pick<MemberRow, 'email' | 'phone' | 'external_id'>>

const fields = ['email', 'phone', 'external_id'] as const

/**
 * Lists the identifiers that another active member already has. Call it with the organisation locked, because two
 * concurrent writes would not see each other.
 *
 * @param accountId the member with these identifiers, if they are already a member
 */
export async function findConflicts(
  db: Reader,
  orgId: string,
  wanted: Identifiers,
  accountId?: string,
): Promise<Schemas['Conflict'][]> {
  const conflicts: Schemas['Conflict'][] = []
  for (const field of fields) {
    const value = wanted[field]
    if (value === undefined || value === null) continue
    const rows = await db
      .selectFrom('account')
      .select('account_id')
      .where('org_id', '=', orgId)
      .where('status', '=', 'active')
      .where(field, '=', value)
      .where('account_id', '!=', accountId ?? '')
      .orderBy('account_id')
      .execute()
    conflicts.push(...rows.map(({ account_id }) => ({ field, value, account_id, reason: 'taken' as const })))
  }
  return conflicts
}
