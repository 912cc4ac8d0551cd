import { timingSafeEqual } from 'node:crypto'
import type { Scope } from '@sendoff/api'
import { type AdapterPayload, type Client, type ClientAuthMethod, type Configuration, errors } from 'oidc-provider'
import { hashSecret } from '../../apps/secret.ts'
import { ASYMMETRIC } from '../../crypto/algorithms.ts'
import { shortened } from '../../shortened.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { AskingApp } from '../policy/targets.ts'

/** The longest life of an assertion by which a client authenticates, in seconds (RFC 7523 section 3). */
const LONGEST_ASSERTION = 300

/** The most by which the clock of a client may differ from this one, in seconds. */
const CLOCKS = 15

/** Everybody who opens a page can read its secrets. */
const NO_SECRETS = 'a page must not have the credentials of an app: use a public client, or ask from your server'

/** The part of the library's configuration that is about clients and their authentication. */
export function clientConfiguration(issuer: string): Configuration {
  return {
    // Without client_secret_jwt: a stored hash must never be usable as a key.
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as ClientAuthMethod[],
    enabledJWA: { clientAuthSigningAlgValues: [...ASYMMETRIC], dPoPSigningAlgValues: [...ASYMMETRIC] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    extraClientMetadata: {
      properties: ['secret_hashes', 'owner_org_id', 'app_kind', 'app_scopes', 'generation', 'allowed_origins'],
    },
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: CLOCKS,
    assertJwtClientAuthClaimsAndHeader: async (_ctx, { aud, exp }) => {
      if (aud !== issuer) throw new errors.InvalidClientAuth('the audience must be the issuer')
      if (Number(exp) > Date.now() / 1000 + LONGEST_ASSERTION + CLOCKS)
        throw new errors.InvalidClientAuth(
          `the assertion is valid for more than ${LONGEST_ASSERTION} s, or the clock of its maker is ahead`,
        )
    },
    clientBasedCORS: (ctx, origin, client) => {
      const isPublic = client.tokenEndpointAuthMethod === 'none'
      if (origin === new URL(issuer).origin) return true
      if (isPublic && (client.allowed_origins as string[]).includes(origin)) return true
      ctx.remove('Access-Control-Allow-Origin')
      throw new errors.InvalidRequest(
        isPublic ? `the app’s allowed_origins must contain ${shortened(origin)}` : NO_SECRETS,
      )
    },
  }
}

/** Compares the hash of a presented secret with those of the app's live secrets, each in constant time. */
export async function compareSecret(this: Client, presented: string): Promise<boolean> {
  const actual = Buffer.from(hashSecret(presented))
  let isEqual = false
  for (const hash of this.secret_hashes as string[]) {
    if (timingSafeEqual(actual, Buffer.from(hash))) isEqual = true
  }
  return isEqual
}

/** The app behind a client. */
export const appOf = (client: Client): AskingApp => ({
  id: client.clientId,
  kind: client.app_kind as AskingApp['kind'],
  orgId: client.owner_org_id as string | null,
  scopes: client.app_scopes as Scope[],
  generation: client.generation as string,
})

const readClient = statement((db, $: Placing<{ id: string; now: number }>) =>
  db
    .selectFrom('app')
    .leftJoin('app_secret as secret', (join) =>
      join
        .onRef('secret.app_id', '=', 'app.app_id')
        .on((or) => or.or([or('secret.expires_at', 'is', null), or('secret.expires_at', '>', $('now'))])),
    )
    .leftJoin('organization', 'organization.org_id', 'app.org_id')
    .select(['app.app_id', 'app.org_id', 'app.kind', 'app.name', 'app.scopes', 'app.redirect_uris', 'app.generation'])
    .select([
      'app.allowed_origins',
      'app.auth_method',
      'app.jwks',
      'secret.hash',
      'organization.status as organization',
    ])
    .where('app.app_id', '=', $('id'))
    .where('app.status', '=', 'active'),
)

/**
 * Reads an app as a client of the authorization server (RFC 7591 section 2): how it authenticates, and which grants it may use.
 *
 * @returns undefined if it is suspended, has nothing to authenticate with, or its organisation is dissolved
 */
export async function findClient(db: Reader, id: string): Promise<AdapterPayload | undefined> {
  // The library passes on any text, even characters that PostgreSQL refuses.
  if (!/^\w{1,64}$/.test(id)) return undefined
  const rows = await readClient(db, { id, now: Date.now() })
  const [app] = rows
  if (!app || app.organization === 'dissolved') return undefined
  const secret_hashes = rows.map(({ hash }) => hash).filter((hash) => hash !== null)
  const method = app.auth_method
  if (method === 'client_secret_basic' && secret_hashes.length === 0) return undefined
  const redirect_uris: string[] = JSON.parse(app.redirect_uris)
  const signsIn = redirect_uris.length > 0
  return {
    client_id: app.app_id,
    client_name: app.name,
    token_endpoint_auth_method: method,
    // The library wants a secret to be there; {@link compareSecret} uses the hashes.
    ...(method === 'client_secret_basic' && { client_secret: secret_hashes[0] }),
    ...(method === 'private_key_jwt' && app.jwks !== null && { jwks: JSON.parse(app.jwks) }),
    grant_types: [
      // The platform's own apps act for persons only.
      ...(method === 'none' || app.org_id === null ? [] : ['client_credentials']),
      ...(signsIn ? ['authorization_code', 'refresh_token'] : []),
    ],
    response_types: signsIn ? ['code'] : [],
    response_modes: ['query'],
    redirect_uris,
    application_type: method === 'none' && isNative(redirect_uris) ? 'native' : 'web',
    secret_hashes,
    owner_org_id: app.org_id,
    app_kind: app.kind,
    app_scopes: JSON.parse(app.scopes),
    generation: app.generation,
    allowed_origins: JSON.parse(app.allowed_origins),
  }
}

/** True for programs on the person's machine: they have loopback addresses on any free port, or a private-use scheme (RFC 8252 section 7). */
const isNative = (uris: readonly string[]) => {
  const protocols = uris.map((uri) => new URL(uri).protocol)
  return protocols.every((one) => one === 'http:') || protocols.some((one) => one !== 'http:' && one !== 'https:')
}
