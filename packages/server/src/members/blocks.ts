import type { Reader } from '../store/schema.ts'

/** Checks if a person has blocked an organisation. */
export async function isBlockedBy(db: Reader, identityId: string, orgId: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership_block')
    .select('org_id')
    .where('identity_id', '=', identityId)
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return row !== undefined
}
