import type { Schemas } from '@sendoff/api'
import type { Reader, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { LivingAuthorization } from './end-authorizations.ts'

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

/** Finds the authorizations that two organisations gave to each other's apps, in both directions. */
export async function findAuthorizationsBetween(tx: Tx, one: string, other: string): Promise<LivingAuthorization[]> {
  return readBetween(tx, { one, other })
}

const readBetween = statement((db, $: Placing<{ one: string; other: string }>) =>
  authorizations(db).where((or) =>
    or.or([
      or.and([or('granted.org_id', '=', $('one')), or('app.org_id', '=', $('other'))]),
      or.and([or('granted.org_id', '=', $('other')), or('app.org_id', '=', $('one'))]),
    ]),
  ),
)
