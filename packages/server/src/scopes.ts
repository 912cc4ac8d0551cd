import type { Scope } from '@sendoff/api'

/**
 * Reads the scopes that an app holds in an organisation: its own, or of those that another organisation granted the ones that the
 * app still has.
 *
 * @param ofApp JSON, as a row of `app` has it
 * @param granted JSON, as a row of `authorization` has it; null for an internal app
 */
export function heldScopes(ofApp: string, granted: string | null): Scope[] {
  const own = JSON.parse(ofApp) as Scope[]
  return granted === null ? own : (JSON.parse(granted) as Scope[]).filter((scope) => own.includes(scope))
}
