import type { Scope } from '@sendoff/api'

/**
 * Reads the scopes that an app holds in an organisation: its own, or the granted ones that the app still has.
 *
 * @param ofApp JSON from a row of `app`
 * @param granted JSON from a row of `authorization`; null for an internal app
 */
export function heldScopes(ofApp: string, granted: string | null): Scope[] {
  const own = JSON.parse(ofApp) as Scope[]
  return granted === null ? own : grantedScopes(own, granted)
}

/**
 * Reads the scopes that an organisation granted and the app still has: a scope that the app gave up it gets from no organisation.
 *
 * @param granted JSON from a row of `authorization`
 */
export function grantedScopes(own: readonly Scope[], granted: string): Scope[] {
  return (JSON.parse(granted) as Scope[]).filter((scope) => own.includes(scope))
}
