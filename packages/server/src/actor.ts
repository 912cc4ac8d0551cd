import type { Schemas, Scope } from '@sendoff/api'
import { Refusal } from './refusal.ts'

/** Who acts, and in which organisation. */
export type Actor = AppActor | UserActor

export type AppActor = {
  type: 'app'
  /** The app. */
  id: string
  /** Null for the app-level token of a third-party app. */
  orgId: string | null
  kind: 'internal' | 'third_party'
  scopes: ReadonlySet<Scope>
}

export type UserActor = {
  type: 'user'
  /** The account. */
  id: string
  /** Null for a personal account. */
  orgId: string | null
  role: Schemas['Role'] | null
  scopes: ReadonlySet<Scope>
}

/** An actor whose token is bound to an organisation. */
export type OrganizationActor = Actor & { orgId: string }

/** @throws {Refusal} `org_not_authorized` when the token is bound to no organisation */
export function requireOrganization(actor: Actor): asserts actor is OrganizationActor {
  if (actor.orgId === null) throw new Refusal('org_not_authorized')
}

/** Whether an actor may do what, of persons, only the founder and administrators may. */
export function isAdministrator(actor: Actor): boolean {
  return actor.type === 'app' || actor.role === 'founder' || actor.role === 'admin'
}
