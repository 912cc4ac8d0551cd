import type { Schemas, Scope } from '@sendoff/api'
import { Refusal } from './refusal.ts'
import type { Language } from './texts/texts.ts'

/** The caller of an operation, and the organisation for which they act. */
export type Actor = AppActor | UserActor

/** The circumstances of a call: its address and its id, for the audit log, and the language of its answer, English if absent. */
export type Origin = { address: string | null; requestId: string | null; language?: Language }

export type AppActor = {
  type: 'app'
  origin: Origin
  /** The id of the app. */
  id: string
  /** Null for the app-level token of a third-party app. */
  orgId: string | null
  kind: 'internal' | 'third_party'
  scopes: ReadonlySet<Scope>
}

export type UserActor = {
  type: 'user'
  origin: Origin
  /** The id of the account. */
  id: string
  /** Null for a personal account. */
  orgId: string | null
  role: Schemas['Role'] | null
  scopes: ReadonlySet<Scope>
  /** The token of the call; undefined for an act without one, such as a consent. */
  token?: {
    /** The account's generation at the time of the call, and the one that the token carries. */
    current: string
    carried: string
    /** SHA-256 of the id of its grant, or of its own id if it has no grant. */
    digest: string
  }
}

/** An actor whose token is bound to an organisation. */
export type OrganizationActor = Actor & { orgId: string }

/** @throws {Refusal} `org_not_authorized` if the token is bound to no organisation */
export function requireOrganization(actor: Actor): asserts actor is OrganizationActor {
  if (actor.orgId === null) throw new Refusal('org_not_authorized')
}

/** True for the roles that act for an organisation: founder and administrator. */
export const isAdministratorRole = (role: Schemas['Role'] | null): boolean => role === 'founder' || role === 'admin'

/** True for an app, and for a person who is founder or administrator. */
export function isAdministrator(actor: Actor): boolean {
  return actor.type === 'app' || isAdministratorRole(actor.role)
}

/** @throws {Refusal} `admin_required` for a person who is neither founder nor administrator */
export function requireAdministrator(actor: Actor): void {
  if (!isAdministrator(actor)) throw new Refusal('admin_required')
}

/**
 * Checks that an actor is an app, or an administrator who acts for the apps of their organisation (S114).
 *
 * @throws {Refusal} `app_required` for a personal account, `admin_required`
 */
export function requireAppOrAdministrator(actor: Actor): void {
  if (actor.type === 'user' && actor.orgId === null) throw new Refusal('app_required')
  requireAdministrator(actor)
}

/** @throws {Refusal} `user_required` for an app */
export function requireUser(actor: OrganizationActor): asserts actor is UserActor & { orgId: string } {
  requireUserActor(actor)
}

/** @throws {Refusal} `user_required` for an app, `founder_required` for anyone but the founder */
export function requireFounder(actor: OrganizationActor): asserts actor is UserActor & { orgId: string } {
  requireUser(actor)
  if (actor.role !== 'founder') throw new Refusal('founder_required')
}

/** @throws {Refusal} `user_required` for an app; the account may be a personal one */
export function requireUserActor(actor: Actor): asserts actor is UserActor {
  if (actor.type !== 'user') throw new Refusal('user_required')
}
