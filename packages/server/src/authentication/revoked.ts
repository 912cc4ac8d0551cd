import { sql } from 'kysely'
import { digestOf } from '../crypto/digest.ts'
import { ACCESS_TOKEN_TTL } from '../keys/times.ts'
import type { Tx } from '../store/schema.ts'
import type { Placing } from '../store/statement.ts'
import type { AccessTokenClaims } from './claims.ts'

/** The kind of rows that note the revocation of one access token or of all of a grant; kept until the last of them has expired. */
const REVOKED = 'Revoked'

async function deny(tx: Tx, id_digest: string, expires_at: number): Promise<void> {
  await tx
    .insertInto('oidc_model')
    .values({ kind: REVOKED, id_digest, payload: null, grant_digest: null, consumed_at: null, expires_at })
    .onConflict((conflict) => conflict.columns(['kind', 'id_digest']).doUpdateSet({ expires_at }))
    .execute()
}

/** Revokes one access token: the next call with it is refused, on every server. */
export async function denyToken(tx: Tx, { jti, exp }: Pick<AccessTokenClaims, 'jti' | 'exp'>): Promise<void> {
  await deny(tx, digestOf(jti), exp * 1000)
}

const lastExpiry = () => Date.now() + ACCESS_TOKEN_TTL * 1000 + 60_000

/** Revokes every access token of a grant. */
export async function denyGrant(tx: Tx, grantId: string): Promise<void> {
  await deny(tx, digestOf(grantId), lastExpiry())
}

/** Ends a grant with its codes, refresh tokens and access tokens, because a code or refresh token was used twice (RFC 9700). */
export async function endGrant(tx: Tx, grantDigest: string): Promise<void> {
  await deny(tx, grantDigest, lastExpiry())
  await tx
    .deleteFrom('oidc_model')
    .where('kind', 'in', ['AuthorizationCode', 'RefreshToken'])
    .where('grant_digest', '=', grantDigest)
    .execute()
  await tx.deleteFrom('oidc_model').where('kind', '=', 'Grant').where('id_digest', '=', grantDigest).execute()
}

/** The digests under which a token may be revoked: of its own id, and of its grant's where it has one. */
export type DeniedBy = { jtiDigest: string; grantDigest: string }

export function deniedBy({ jti, grant_id }: Pick<AccessTokenClaims, 'jti' | 'grant_id'>): DeniedBy {
  const jtiDigest = digestOf(jti)
  return { jtiDigest, grantDigest: grant_id === undefined ? jtiDigest : digestOf(grant_id) }
}

/** A column, true for a revoked token, for the query that reads the state of its app or account. */
export function isRevoked($: Placing<DeniedBy>) {
  return sql<boolean | number>`exists (
    select 1 from oidc_model where kind = ${REVOKED} and id_digest in (${$('jtiDigest')}, ${$('grantDigest')})
  )`.as('revoked')
}
