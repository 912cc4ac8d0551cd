import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import { inTurn } from '../store/in-turn.ts'
import type { Store } from '../store/store.ts'

/** The keys that sign access tokens (ES256), the active one first, as private JWKs (RFC 7517). */
export type SigningKeys = { keys: JWK[] }

const PURPOSE = 'signing key'

/**
 * Reads the signing keys, and makes the first one when there is none. They are stored encrypted.
 *
 * @throws {WrongMasterKey} when they were encrypted under another master key
 */
export async function openSigningKeys(store: Store, sealer: Sealer): Promise<SigningKeys> {
  const made = await makeKey()
  return store.write(async (tx) => {
    await inTurn(store, tx, 'signing_key')
    const rows = await tx
      .selectFrom('signing_key')
      .select(['kid', 'sealed', 'state'])
      .where('state', '!=', 'retired')
      .orderBy('state')
      .orderBy('created_at', 'desc')
      .execute()
    if (rows.length > 0) return { keys: rows.map((row) => JSON.parse(sealer.open(row.sealed, PURPOSE)) as JWK) }
    const sealed = sealer.seal(JSON.stringify(made), PURPOSE)
    await tx
      .insertInto('signing_key')
      .values({ kid: made.kid, sealed, state: 'active', created_at: Date.now() })
      .execute()
    return { keys: [made] }
  })
}

async function makeKey(): Promise<JWK & { kid: string }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: newId('key'), alg: 'ES256', use: 'sig' }
}

/** The public half of the keys, as it may be published. */
export function publicKeys({ keys }: SigningKeys): { keys: JWK[] } {
  return { keys: keys.map(({ d: _, ...publicKey }) => publicKey) }
}
