import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../locks/members.ts'
import type { Reader } from '../store/schema.ts'

/** What no two active members of an organisation share. */
export type Identifiers = Partial<Pick<MemberRow, 'email' | 'phone' | 'external_id'>>

const fields = ['email', 'phone', 'external_id'] as const

/**
 * Lists every identifier that another active member has already. Call it with the organisation locked, or two that are written at
 * once do not see each other.
 *
 * @param accountId whose identifiers they are, if it is a member already
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
    conflicts.push(...rows.map(({ account_id }) => ({ field, value, account_id })))
  }
  return conflicts
}
