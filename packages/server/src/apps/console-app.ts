import { userScopes } from '@sendoff/api'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import type { Work } from '../store/work.ts'
import { addApp } from './add-app.ts'
import { hashSecret } from './secret.ts'

/**
 * The app of the console at `/console`: confidential, because the server keeps its secret and its refresh tokens (the token-mediating
 * pattern for browser apps). It belongs to no organisation, acts for persons only, and asks for no consent.
 */
export const CONSOLE_APP = 'app_console'

/** The one address to which a sign-in of the console returns. */
export const consoleRedirectUri = (base: string) => `${base}/console/session/callback`

/** The secret of the console's app, which every server derives from the master key and nobody stores. */
export const consoleSecret = (sealer: Sealer) => `osk_${sealer.digest(CONSOLE_APP, 'secret of the console')}`

/** Creates the console's app if it is missing, and gives it the scopes of this version, the present address and the present secret. */
export async function keepConsoleApp(work: Work, { base, sealer }: { base: string; sealer: Sealer }): Promise<void> {
  const redirect_uris = [consoleRedirectUri(base)]
  const settings = { scopes: JSON.stringify(userScopes), redirect_uris: JSON.stringify(redirect_uris) }
  const known = await work.db.selectFrom('app').selectAll().where('app_id', '=', CONSOLE_APP).executeTakeFirst()
  if (!known) {
    const app = { app_id: CONSOLE_APP, org_id: null, kind: 'internal', name: 'Sendoff Console' } as const
    await addApp(work, { ...app, scopes: userScopes, redirect_uris })
  } else if (known.scopes !== settings.scopes || known.redirect_uris !== settings.redirect_uris) {
    await work.db.updateTable('app').set(settings).where('app_id', '=', CONSOLE_APP).execute()
  }
  await keepSecret(work, hashSecret(consoleSecret(sealer)))
}

async function keepSecret({ db, now }: Work, hash: string): Promise<void> {
  const kept = await db.selectFrom('app_secret').select('hash').where('app_id', '=', CONSOLE_APP).execute()
  if (kept.length === 1 && kept[0]?.hash === hash) return
  await db.deleteFrom('app_secret').where('app_id', '=', CONSOLE_APP).execute()
  await db
    .insertInto('app_secret')
    .values({ app_id: CONSOLE_APP, secret_id: newId('sec'), hash, created_at: now, expires_at: null })
    .execute()
}
