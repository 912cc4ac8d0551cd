import type { Schemas, Scope } from '@sendoff/api'
import { newId } from '../ids.ts'
import type { AuthMethod } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { indexOrigins } from './allowed-origins.ts'

/** An app before it is stored. */
export type NewApp = {
  app_id: string
  /** The organisation that owns it; null for the sandbox's own app. */
  org_id: string | null
  kind: 'internal' | 'third_party'
  name: string
  scopes: readonly Scope[]
  redirect_uris?: readonly string[]
  allowed_origins?: readonly string[]
  /** Defaults to authentication with a secret. */
  auth_method?: AuthMethod
  jwks?: Schemas['Jwks'] | undefined
}

/** Stores an active app without a secret. */
export async function addApp(work: Work, app: NewApp): Promise<void> {
  await work.db
    .insertInto('app')
    .values({
      ...app,
      scopes: JSON.stringify(app.scopes),
      redirect_uris: JSON.stringify(app.redirect_uris ?? []),
      allowed_origins: JSON.stringify(app.allowed_origins ?? []),
      auth_method: app.auth_method ?? 'client_secret_basic',
      jwks: app.jwks ? JSON.stringify(app.jwks) : null,
      status: 'active',
      generation: newId('gen'),
      created_at: work.now,
    })
    .execute()
  await indexOrigins(work.db, app.app_id, app.allowed_origins ?? [])
}
