import type { EventOf } from '@sendoff/api'
import type { NewEvent } from '../events/append.ts'
import type { Tx } from '../store/schema.ts'

/** An authorization that has not ended. */
export type LivingAuthorization = { org_id: string; authorization_id: string; app_id: string }

/** Ends authorizations; the next call with a token of one is refused. */
export async function endAuthorizations(tx: Tx, ending: LivingAuthorization[], now: number): Promise<void> {
  for (const { org_id, authorization_id } of ending) {
    await tx
      .updateTable('authorization')
      .set({ status: 'ended', ended_at: now })
      .where('org_id', '=', org_id)
      .where('authorization_id', '=', authorization_id)
      .execute()
  }
}

/** What is told of authorizations that end: to the organisations that had given them. */
export function deauthorizedEvents(
  ending: LivingAuthorization[],
  actor: NewEvent['actor'],
  cause: EventOf<'app.deauthorized'>['data']['cause'],
): NewEvent[] {
  return ending.map(({ org_id, authorization_id, app_id }) => ({
    orgId: org_id,
    type: 'app.deauthorized',
    actor,
    data: { authorization_id, app_id, cause },
  }))
}
