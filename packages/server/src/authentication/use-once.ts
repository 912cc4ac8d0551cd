import { digestOf } from '../crypto/digest.ts'
import type { Store } from '../store/store.ts'

/**
 * Notes that something was used that must not be used again: an assertion of a client (RFC 7523 section 3) or a proof of
 * possession (RFC 9449 section 11.1). All servers share what was used.
 *
 * @param issuer whose it is: the client, or the thumbprint of a key
 * @param jti its id
 * @param exp until when it could be used again, in seconds since 1970
 * @returns false when it was used before
 */
export async function useOnce(store: Store, issuer: string, jti: string, exp: number): Promise<boolean> {
  const row = {
    kind: 'Used',
    id_digest: digestOf(JSON.stringify([issuer, jti])),
    payload: null,
    grant_digest: null,
    consumed_at: null,
    expires_at: exp * 1000,
  }
  const { numInsertedOrUpdatedRows } = await store.write((tx) =>
    tx
      .insertInto('oidc_model')
      .values(row)
      .onConflict((conflict) => conflict.columns(['kind', 'id_digest']).doNothing())
      .executeTakeFirstOrThrow(),
  )
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
