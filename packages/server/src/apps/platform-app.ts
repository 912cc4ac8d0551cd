import { userScopes } from '@sendoff/api'
import type { Work } from '../store/work.ts'
import { addApp } from './add-app.ts'

/**
 * The platform's own app, with which every person can sign in, including with a personal account: a public client for
 * programs on the person's machine (RFC 8252), which listen on any free port of the loopback address. It belongs to no
 * organisation.
 */
export const PLATFORM_APP = 'app_sendoff'

const REDIRECT_URIS = ['http://127.0.0.1/callback', 'http://[::1]/callback']

/** Creates the platform's own app if it is missing, and gives it the scopes of this version. */
export async function keepPlatformApp(work: Work): Promise<void> {
  const settings = { scopes: JSON.stringify(userScopes), redirect_uris: JSON.stringify(REDIRECT_URIS) }
  const known = await work.db.selectFrom('app').selectAll().where('app_id', '=', PLATFORM_APP).executeTakeFirst()
  if (known?.scopes === settings.scopes && known.redirect_uris === settings.redirect_uris) return
  if (known) {
    await work.db.updateTable('app').set(settings).where('app_id', '=', PLATFORM_APP).execute()
    return
  }
  const app = { app_id: PLATFORM_APP, org_id: null, kind: 'internal', name: 'Sendoff', auth_method: 'none' } as const
  await addApp(work, { ...app, scopes: userScopes, redirect_uris: REDIRECT_URIS })
}
