import type { EventOf, Schemas } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import type { NewEvent, SystemActor } from '../events/append.ts'
import type { Reader, Tx } from '../store/schema.ts'

const authorizations = (db: Reader) =>
  db
    .selectFrom('authorization as granted')
    .innerJoin('app', 'app.app_id', 'granted.app_id')
    .select(['granted.org_id', 'granted.authorization_id', 'granted.app_id', 'granted.scopes', 'app.name'])
    .where('granted.status', '=', 'active')

/** Lists the authorizations that an organisation gave to apps of another. */
export async function listAuthorizationsBetween(
  db: Reader,
  orgId: string,
  ownerOrgId: string,
): Promise<Schemas['AffectedAuthorization'][]> {
  const rows = await authorizations(db)
    .where('granted.org_id', '=', orgId)
    .where('app.org_id', '=', ownerOrgId)
    .orderBy('granted.authorization_id')
    .execute()
  return rows.map((row) => ({
    authorization_id: row.authorization_id,
    app_id: row.app_id,
    app_name: row.name,
    scopes: JSON.parse(row.scopes),
  }))
}

/** An authorization between two organisations that are about to unlink. */
export type AuthorizationBetween = { org_id: string; authorization_id: string; app_id: string }

/** Finds the authorizations that two organisations gave to apps of each other, from whichever side. */
export async function findAuthorizationsBetween(tx: Tx, one: string, other: string): Promise<AuthorizationBetween[]> {
  return authorizations(tx)
    .where((or) =>
      or.or([
        or.and([or('granted.org_id', '=', one), or('app.org_id', '=', other)]),
        or.and([or('granted.org_id', '=', other), or('app.org_id', '=', one)]),
      ]),
    )
    .execute()
}

/** Ends authorizations; the next call with a token of one is refused. */
export async function endAuthorizations(tx: Tx, ending: AuthorizationBetween[], now: number): Promise<void> {
  for (const { org_id, authorization_id } of ending) {
    await tx
      .updateTable('authorization')
      .set({ status: 'ended', ended_at: now })
      .where('org_id', '=', org_id)
      .where('authorization_id', '=', authorization_id)
      .execute()
  }
}

/** What is told of authorizations that end. */
export function deauthorizedEvents(
  ending: AuthorizationBetween[],
  actor: Pick<Actor, 'type' | 'id'> | SystemActor,
  cause: EventOf<'app.deauthorized'>['data']['cause'],
): NewEvent[] {
  return ending.map(({ org_id, authorization_id, app_id }) => ({
    orgId: org_id,
    type: 'app.deauthorized',
    actor,
    data: { authorization_id, app_id, cause },
  }))
}
