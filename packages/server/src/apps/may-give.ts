import { appScopes, type Scope, userScopes } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'

const ofPersons: ReadonlySet<Scope> = new Set(userScopes)

/** No token of a person can hold these. They reach the app's own endpoints, and events as far as the other scopes allow. */
const ofAppsAlone: ReadonlySet<Scope> = new Set(appScopes.filter((scope) => !ofPersons.has(scope)))

/**
 * Checks that a token may hand scopes to an app. Whoever makes an app, or gets hold of its credentials, can do what the app may
 * do, so a token with `app:write` alone would otherwise be worth every scope.
 *
 * @param scopes all that the app may do with what this call hands over
 * @throws {Refusal} `scope_missing`, with everything that the call takes
 */
export function requireMayGive(actor: OrganizationActor, scopes: readonly Scope[]): void {
  const needed = scopes.filter((scope) => !ofAppsAlone.has(scope))
  if (needed.every((scope) => actor.scopes.has(scope))) return
  throw new Refusal('scope_missing', { required_scopes: [...new Set<Scope>(['app:write', ...needed])] })
}
