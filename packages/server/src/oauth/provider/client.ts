import type { AdapterPayload } from 'oidc-provider'
import type { Reader } from '../../store/schema.ts'
import { statement } from '../../store/statement.ts'

/** What the authorization server knows of an app beside its OAuth metadata. */
export const clientMetadata = ['secret_hashes', 'owner_org_id', 'app_kind', 'app_scopes', 'generation'] as const

const readClient = statement((db, of: { id: string; now: number }) =>
  db
    .selectFrom('app')
    .leftJoin('app_secret as secret', (join) =>
      join
        .onRef('secret.app_id', '=', 'app.app_id')
        .on((or) => or.or([or('secret.expires_at', 'is', null), or('secret.expires_at', '>', of.now)])),
    )
    .leftJoin('organization', 'organization.org_id', 'app.org_id')
    .select(['app.app_id', 'app.org_id', 'app.kind', 'app.name', 'app.scopes', 'app.redirect_uris', 'app.generation'])
    .select(['app.auth_method', 'app.jwks', 'secret.hash', 'organization.status as organization'])
    .where('app.app_id', '=', of.id)
    .where('app.status', '=', 'active'),
)

/**
 * Reads an app as a client of the authorization server (RFC 7591 section 2): how it authenticates, and which grants it may use.
 *
 * @returns undefined when it is suspended, has nothing to authenticate with, or its organisation is dissolved
 */
export async function findClient(db: Reader, id: string): Promise<AdapterPayload | undefined> {
  // The library passes on anything, also characters that PostgreSQL refuses.
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
    // The library wants a secret to be there; what is compared are the hashes.
    ...(method === 'client_secret_basic' && { client_secret: secret_hashes[0] }),
    ...(method === 'private_key_jwt' && app.jwks !== null && { jwks: JSON.parse(app.jwks) }),
    grant_types: [
      ...(method === 'none' ? [] : ['client_credentials']),
      ...(signsIn ? ['authorization_code', 'refresh_token'] : []),
    ],
    response_types: signsIn ? ['code'] : [],
    response_modes: ['query'],
    redirect_uris,
    application_type: method === 'none' && redirect_uris.every(isHttp) ? 'native' : 'web',
    secret_hashes,
    owner_org_id: app.org_id,
    app_kind: app.kind,
    app_scopes: JSON.parse(app.scopes),
    generation: app.generation,
  }
}

/** Only loopback addresses may be http; a program on the person's machine takes whatever port is free (RFC 8252 section 7.3). */
const isHttp = (uri: string) => new URL(uri).protocol === 'http:'
