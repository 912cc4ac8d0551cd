import type { Scope } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'

/** The scopes that anybody may give an app: they are for its own endpoints, and for events as far as its other scopes allow. */
const ofItsOwn: ReadonlySet<Scope> = new Set(['event:read', 'webhook:read', 'webhook:write'])

/**
 * Checks that a token may give scopes to an app. Anyone who creates an app or holds its credentials can act with its
 * scopes, so otherwise a token with `app:write` alone would be worth every scope.
 *
 * @param scopes all scopes that the app can use after this call
 * @throws {Refusal} `scope_missing`, with all scopes that the call requires
 */
export function requireMayGive(actor: OrganizationActor, scopes: readonly Scope[]): void {
  const needed = scopes.filter((scope) => !ofItsOwn.has(scope))
  if (needed.every((scope) => actor.scopes.has(scope))) return
  throw new Refusal('scope_missing', { required_scopes: [...new Set<Scope>(['app:write', ...needed])] })
}
