import { appScopes, type Scope } from '@sendoff/api'
import { invalid } from '../refusal.ts'

const allowed: ReadonlySet<Scope> = new Set(appScopes)

/**
 * Reads the scopes of an app, each once.
 *
 * @throws {Refusal} `invalid_request` for one that only persons can have
 */
export function checkScopes(scopes: Scope[]): Scope[] {
  const index = scopes.findIndex((scope) => !allowed.has(scope))
  if (index >= 0) throw invalid(`/scopes/${index}`, 'is not a scope that an app can have')
  return [...new Set(scopes)]
}
