import { digestOf } from '../crypto/digest.ts'
import type { Store } from '../store/store.ts'

/**
 * Uses up an assertion of a client (RFC 7523 section 3) or a proof of possession (RFC 9449 section 11.1), on all servers.
 *
 * @param issuer its maker: the client, or the thumbprint of a key
 * @param jti its id
 * @param exp the time from which it is refused by its age, in seconds since 1970
 * @returns false if it was used before
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
  const { numInsertedOrUpdatedRows } = await store.transaction((tx) =>
    tx
      .insertInto('oidc_model')
      .values(row)
      .onConflict((conflict) => conflict.columns(['kind', 'id_digest']).doNothing())
      .executeTakeFirstOrThrow(),
  )
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
