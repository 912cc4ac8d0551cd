import type { Schemas, Scope } from '@sendoff/api'
import { Refusal } from './refusal.ts'

/** Who acts, and in which organisation. */
export type Actor = AppActor | UserActor

export type AppActor = {
  type: 'app'
  /** The app. */
  id: string
  orgId: string
  kind: 'internal' | 'third_party'
  scopes: ReadonlySet<Scope>
}

export type UserActor = {
  type: 'user'
  /** The account. */
  id: string
  orgId: string
  role: Schemas['Role']
  scopes: ReadonlySet<Scope>
}

/** Whether an actor may do what only apps, the founder and administrators may. */
export function isAdministrator(actor: Actor): boolean {
  return actor.type === 'app' || actor.role !== 'member'
}

/** @throws {Refusal} `app_required` when a person acts */
export function requireApp(actor: Actor): asserts actor is AppActor {
  if (actor.type !== 'app') throw new Refusal('app_required')
}
