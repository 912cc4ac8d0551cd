import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'

/**
 * Finds the organisation that owns an app, and prevents its deletion until the transaction ends.
 *
 * @throws {Refusal} `token_revoked` if the app is deleted, `org_not_authorized` if no organisation owns it
 */
export async function lockOwnerOf(tx: Tx, appId: string): Promise<string> {
  const app = await tx.selectFrom('app').select('org_id').where('app_id', '=', appId).forUpdate().executeTakeFirst()
  if (!app) throw new Refusal('token_revoked')
  if (app.org_id === null) throw new Refusal('org_not_authorized')
  return app.org_id
}
