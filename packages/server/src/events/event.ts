import type { EventOf, EventType } from '@sendoff/api'
import type { Actor } from '../actor.ts'

/** A fact about to be recorded, in the words of the contract. */
export type NewEvent = {
  [Type in EventType]: {
    orgId: string
    type: Type
    actor: Pick<Actor, 'type' | 'id'> | SystemActor
    data: EventOf<Type>['data']
  }
}[EventType]

export type SystemActor = { type: 'system'; id: 'sendoff' }

/** The platform itself, when it acts by a rule and not for an actor. */
export const system: SystemActor = { type: 'system', id: 'sendoff' }

/** An event as it was recorded; `body` holds the bytes that are delivered. */
export type RecordedEvent = {
  event_id: string
  org_id: string
  sequence: number
  type: EventType
  body: string
  /** The account or association that the event is about. */
  subject: string | null
}

/** The events about an app's own endpoints: each is for single endpoints, and no organisation has a say in it. */
export const ENDPOINT_EVENTS = [
  'ping',
  'webhook_endpoint.disabled',
  'webhook_endpoint.enabled',
] as const satisfies EventType[]

/** The events about the systems of an organisation, which only its own apps read: one system is none of another's business. */
const OF_OWN_APPS: readonly EventType[] = ['receipt.overdue', 'receipt.failed']

/** Tells whether an app may read a type at all, whatever its scopes are. */
export const isForAppsOf = (kind: 'internal' | 'third_party', type: EventType): boolean =>
  kind === 'internal' || !OF_OWN_APPS.includes(type)

/** Checks if an event is one of {@link ENDPOINT_EVENTS}. */
export const isEndpointEvent = (type: string): boolean => (ENDPOINT_EVENTS as readonly string[]).includes(type)
