import { scopes as allScopes, type Schemas, type Scope, userScopes } from '@sendoff/api'

const everything: readonly Scope[] = userScopes
const ofPersonal: readonly Scope[] = ['account:read', 'account:write', 'account:deregister']
const ofMember: readonly Scope[] = [
  ...ofPersonal,
  'org:read',
  'org:association:read',
  'member:read',
  'member:leave',
  'leave_application:read',
  'resource:read',
]
const ofFounderAlone: readonly Scope[] = ['org:dissolve', 'org:founder:transfer']
const ofAdmin = everything.filter((scope) => !ofFounderAlone.includes(scope))

/** The scopes that a third-party app may have while it acts for no organisation. */
export const APP_LEVEL: readonly Scope[] = ['webhook:read', 'webhook:write', 'event:read']

/**
 * The scopes that a person's account can have by its role: a token with any other would be refused wherever it is used.
 *
 * @param role null for a personal account
 */
export function scopesOfRole(role: Schemas['Role'] | null): readonly Scope[] {
  if (role === 'founder') return everything
  if (role === 'admin') return ofAdmin
  return role === 'member' ? ofMember : ofPersonal
}

/** The scopes that are in both lists. */
export const common = (some: readonly Scope[], others: readonly Scope[]) =>
  some.filter((scope) => others.includes(scope))

/** A requested scope that is not allowed, with the reason in at most one sentence. */
export type RefusedScope = { scope: string; reason: string }

/**
 * Finds the first requested scope that an app may not have (RFC 6749 section 3.3).
 *
 * @param isForNobody true for an app-level token, which is for no organisation
 */
export function findRefusedScope(
  requested: Iterable<string>,
  allowed: readonly string[],
  isForNobody: boolean,
): RefusedScope | undefined {
  for (const scope of requested) {
    if (!allowed.includes(scope)) return { scope, reason: whyNot(scope, isForNobody) }
  }
  return undefined
}

/** Repeats the scope only if it is one of ours: a description takes few characters (RFC 6749 section 5.2). */
function whyNot(scope: string, isForNobody: boolean): string {
  if (!(allScopes as readonly string[]).includes(scope)) return 'there is no such scope'
  return isForNobody
    ? `without an organisation the app may not have the scope ${scope}; name the organisation by resource`
    : `the app may not have the scope ${scope}`
}
