import { appScopes, type Scope, userScopes } from '@sendoff/api'
import { invalid } from '../refusal.ts'

const ofApps: ReadonlySet<Scope> = new Set(appScopes)
const ofAnybody: ReadonlySet<Scope> = new Set([...appScopes, ...userScopes])

/**
 * Reads the scopes of an app, each once.
 *
 * @param signsMembersIn an internal app that has redirect URIs gets tokens of persons too, and so may hold their scopes
 * @throws {Refusal} `invalid_request` for one that only persons can have, and that the app so can't use
 */
export function checkScopes(scopes: Scope[], signsMembersIn: boolean): Scope[] {
  const allowed = signsMembersIn ? ofAnybody : ofApps
  const index = scopes.findIndex((scope) => !allowed.has(scope))
  if (index >= 0) throw invalid(`/scopes/${index}`, 'app.scope')
  return [...new Set(scopes)]
}
