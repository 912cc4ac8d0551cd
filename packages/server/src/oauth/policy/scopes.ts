import { type Schemas, type Scope, userScopes } from '@sendoff/api'

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
