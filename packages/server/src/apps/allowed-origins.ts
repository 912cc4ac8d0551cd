import type { PlainFaultKey } from '../faults.ts'
import { hostOf, isLoopbackHost } from '../net/url.ts'
import { invalid } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'

/**
 * Checks the allowed origins of an app and removes duplicates.
 *
 * @throws {Refusal} `invalid_request` for anything but an origin as browsers send it (RFC 6454 section 6.2), and for `http:` to another
 * machine
 */
export function checkAllowedOrigins(origins: string[]): string[] {
  for (const [index, origin] of origins.entries()) {
    const fault = faultOf(origin)
    if (fault) throw invalid(`/allowed_origins/${index}`, fault)
  }
  return [...new Set(origins)]
}

function faultOf(origin: string): PlainFaultKey | undefined {
  const url = URL.parse(origin)
  if (!url || origin.includes('*')) return 'origin.form'
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  // Other schemes are those of installed programs, for example `chrome-extension://…` and `capacitor://localhost`.
  const written = isWeb ? url.origin : /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(?::\d+)?$/.exec(origin)?.[0]
  if (written !== origin || ['file:', 'data:', 'blob:', 'javascript:'].includes(url.protocol)) return 'origin.form'
  return url.protocol === 'http:' && !isLoopbackHost(hostOf(url)) ? 'origin.scheme' : undefined
}

/** Replaces the origins by which an app is found. */
export async function indexOrigins(tx: Tx, appId: string, origins: readonly string[]): Promise<void> {
  await tx.deleteFrom('app_origin').where('app_id', '=', appId).execute()
  if (origins.length === 0) return
  const rows = origins.map((origin) => ({ origin, app_id: appId }))
  await tx.insertInto('app_origin').values(rows).execute()
}

/** Tells whether an origin is allowed by an app, or, without `appId`, by any active one. */
export async function isAllowedOrigin(db: Reader, origin: string, appId?: string): Promise<boolean> {
  const query = db
    .selectFrom('app_origin')
    .innerJoin('app', 'app.app_id', 'app_origin.app_id')
    .select('app.app_id')
    .where('app_origin.origin', '=', origin)
    .where('app.status', '=', 'active')
    .limit(1)
  const found = await (appId === undefined ? query : query.where('app.app_id', '=', appId)).executeTakeFirst()
  return found !== undefined
}
