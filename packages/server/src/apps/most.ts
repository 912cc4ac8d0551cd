import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'

/** The most apps that an organisation may own, suspended ones included. */
export const MOST_APPS = 100

/** The most third-party apps that an organisation may authorise at a time. */
export const MOST_AUTHORIZATIONS = 100

/**
 * Checks that an organisation may own another app. Locks the organisation, so that concurrent creations count each
 * other.
 *
 * @throws {Refusal} `too_many_apps`
 */
export async function requireRoomForApp(tx: Tx, orgId: string): Promise<void> {
  await lockOrganizations(tx, [orgId])
  const { apps } = await tx
    .selectFrom('app')
    .select((count) => count.fn.countAll<number>().as('apps'))
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  if (Number(apps) >= MOST_APPS) throw new Refusal('too_many_apps')
}

/**
 * Finds the organisations that have authorised the most apps that they may. An app that is already authorised is not
 * counted, because its authorization would be replaced.
 *
 * @param appId the app to be authorised
 */
export async function findFull(db: Reader, orgIds: string[], appId: string): Promise<Set<string>> {
  if (orgIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('authorization')
    .select('org_id')
    .where('org_id', 'in', orgIds)
    .where('status', '=', 'active')
    .where('app_id', '!=', appId)
    .groupBy('org_id')
    .having((count) => count.fn.countAll(), '>=', MOST_AUTHORIZATIONS)
    .execute()
  return new Set(rows.map(({ org_id }) => org_id))
}
