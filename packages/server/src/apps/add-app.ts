import type { Scope } from '@sendoff/api'
import { newId } from '../ids.ts'
import type { Tx } from '../store/schema.ts'

/** An app before it is stored. */
export type NewApp = {
  app_id: string
  /** The organisation that owns it; null for the sandbox's own. */
  org_id: string | null
  kind: 'internal' | 'third_party'
  name: string
  scopes: readonly Scope[]
}

/** Stores an app, active and without a secret. */
export async function addApp(tx: Tx, app: NewApp, now: number, redirectUris: readonly string[] = []): Promise<void> {
  await tx
    .insertInto('app')
    .values({
      ...app,
      scopes: JSON.stringify(app.scopes),
      redirect_uris: JSON.stringify(redirectUris),
      status: 'active',
      generation: newId('gen'),
      created_at: now,
    })
    .execute()
}
