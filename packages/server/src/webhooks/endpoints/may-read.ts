import { type EventType, type EventTypeFilter, eventTypes, type Scope } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { isEndpointEvent } from '../../events/event.ts'
import { wants } from '../../events/event-type-filter.ts'
import { Refusal } from '../../refusal.ts'

/**
 * Checks that a person's token may read what an endpoint is to receive (S115). Otherwise a token with `webhook:write` alone would be worth
 * every read scope of the organisation's apps.
 *
 * @param app the app of the endpoint, with its scopes as JSON
 * @param filters the types that the endpoint wants; null for all
 * @throws {Refusal} `scope_missing`, with all scopes that the call requires
 */
export function requireMayRead(
  actor: Actor,
  { scopes }: { scopes: string },
  filters: readonly EventTypeFilter[] | null,
): void {
  if (actor.type === 'app') return
  const held: readonly Scope[] = JSON.parse(scopes)
  const received = (Object.keys(eventTypes) as EventType[]).filter(
    (type) => !isEndpointEvent(type) && held.includes(eventTypes[type].readScope) && wants(filters, type),
  )
  const needed = new Set<Scope>(received.map((type) => eventTypes[type].readScope))
  if ([...needed].every((scope) => actor.scopes.has(scope))) return
  throw new Refusal('scope_missing', { required_scopes: ['webhook:write', ...needed] })
}
