import { importJWK, type JWTPayload, SignJWT } from 'jose'
import { sandboxMasterKey } from '../../packages/server/src/crypto/master-key.ts'
import { createSealer } from '../../packages/server/src/crypto/seal.ts'
import { type PrivateKey, sealPurpose } from '../../packages/server/src/keys/key.ts'
import { rows } from '../support/database.ts'
import { must, type Platform } from '../support/platform.ts'

export const sealerOf = ({ config }: Platform) => createSealer(sandboxMasterKey(config.dataDirectory))

/** Reads the platform's own private key, to sign what it would never sign itself. */
export async function signingKeyOf(platform: Platform): Promise<PrivateKey> {
  const [row] = await rows(platform, (db) =>
    db
      .selectFrom('signing_key')
      .select('sealed')
      .where('purpose', '=', 'access_token')
      .where('state', '=', 'active')
      .execute(),
  )
  return JSON.parse(sealerOf(platform).open(must(row).sealed, sealPurpose('access_token')))
}

/** Signs exactly the given claims with a key. */
export async function signWith(key: PrivateKey, payload: JWTPayload, header: object = {}): Promise<string> {
  const protectedHeader = { alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header }
  const given = Object.fromEntries(Object.entries(protectedHeader).filter(([, value]) => value !== undefined))
  return new SignJWT(payload)
    .setProtectedHeader(given as typeof protectedHeader)
    .sign(await importJWK(key, 'ES256'), { crit: { 'urn:example:unknown': true } })
}
