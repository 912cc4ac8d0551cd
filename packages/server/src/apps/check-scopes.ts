import { appScopes, type Scope, userScopes } from '@sendoff/api'
import { invalid } from '../refusal.ts'

const ofApps: ReadonlySet<Scope> = new Set(appScopes)
const ofAnybody: ReadonlySet<Scope> = new Set([...appScopes, ...userScopes])

/**
 * Checks the scopes of an app and removes duplicates.
 *
 * @param signsMembersIn true for an internal app with redirect URIs, which also gets tokens of persons and so may hold
 * their scopes
 * @throws {Refusal} `invalid_request` for a scope that only persons can have, if the app can't sign them in
 */
export function checkScopes(scopes: Scope[], signsMembersIn: boolean): Scope[] {
  const allowed = signsMembersIn ? ofAnybody : ofApps
  const index = scopes.findIndex((scope) => !allowed.has(scope))
  if (index >= 0) throw invalid(`/scopes/${index}`, 'app.scope')
  return [...new Set(scopes)]
}
