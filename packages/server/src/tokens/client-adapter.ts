import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Store } from '../store/store.ts'

/** What the authorization server knows of an app beside its OAuth metadata. */
export const clientMetadata = ['secret_hashes', 'owner_org_id', 'app_kind', 'app_scopes', 'generation'] as const

/**
 * Reads the clients of the authorization server from the apps. Tokens are JWTs and are not stored, so nothing else is read
 * or written here.
 */
export function createClientAdapter(store: Store): (name: string) => Adapter {
  return (name) => ({
    find: async (id) => (name === 'Client' ? findClient(store, id) : undefined),
    upsert: unsupported,
    consume: unsupported,
    destroy: unsupported,
    findByUserCode: unsupported,
    findByUid: unsupported,
    revokeByGrantId: unsupported,
  })
}

async function unsupported(): Promise<never> {
  throw new Error('The token endpoint issues no token that is stored')
}

async function findClient(store: Store, id: string): Promise<AdapterPayload | undefined> {
  const rows = await store.db
    .selectFrom('app')
    .innerJoin('app_secret', 'app_secret.app_id', 'app.app_id')
    .select(['app.app_id', 'app.org_id', 'app.kind', 'app.name', 'app.scopes', 'app.generation', 'app_secret.hash'])
    .where('app.app_id', '=', id)
    .where('app.status', '=', 'active')
    .where((or) => or.or([or('app_secret.expires_at', 'is', null), or('app_secret.expires_at', '>', Date.now())]))
    .execute()
  const [app] = rows
  if (!app) return undefined
  return {
    client_id: app.app_id,
    client_name: app.name,
    // The library wants a secret to be there; what is compared are the hashes.
    client_secret: app.hash,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    secret_hashes: rows.map((row) => row.hash),
    owner_org_id: app.org_id,
    app_kind: app.kind,
    app_scopes: JSON.parse(app.scopes),
    generation: app.generation,
  }
}
