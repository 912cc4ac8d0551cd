import { appScopes, type Scope, userScopes } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'

const ofPersons: ReadonlySet<Scope> = new Set(userScopes)

/**
 * The scopes that no token of a person can hold. They give access to the app's own endpoints, and to events as far as
 * its other scopes allow.
 */
const ofAppsAlone: ReadonlySet<Scope> = new Set(appScopes.filter((scope) => !ofPersons.has(scope)))

/**
 * Checks that a token may give scopes to an app. Anyone who creates an app or holds its credentials can act with its
 * scopes, so otherwise a token with `app:write` alone would be worth every scope.
 *
 * @param scopes all scopes that the app can use after this call
 * @throws {Refusal} `scope_missing`, with all scopes that the call requires
 */
export function requireMayGive(actor: OrganizationActor, scopes: readonly Scope[]): void {
  const needed = scopes.filter((scope) => !ofAppsAlone.has(scope))
  if (needed.every((scope) => actor.scopes.has(scope))) return
  throw new Refusal('scope_missing', { required_scopes: [...new Set<Scope>(['app:write', ...needed])] })
}
