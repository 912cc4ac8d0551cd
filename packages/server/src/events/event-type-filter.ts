import { type EventType, type EventTypeFilter, eventTypes } from '@sendoff/api'

export type { EventTypeFilter }

type Wildcard = Exclude<EventTypeFilter, EventType>

/** Every wildcard that stands for a type at least. */
export const wildcards = ['*', ...new Set((Object.keys(eventTypes) as EventType[]).flatMap(above))] as [
  Wildcard,
  ...Wildcard[],
]

/** Whether whoever gave these filters wants a type; without filters it is all. */
export function wants(filters: readonly EventTypeFilter[] | null, type: EventType): boolean {
  if (filters === null) return true
  return filters.some((filter) => filter === type || filter === '*' || above(type).includes(filter as Wildcard))
}

/** The wildcards of the names that a type is below, as `organization.*` and `organization.association.*`. */
function above(type: EventType): Wildcard[] {
  const names = type.split('.').slice(0, -1)
  return names.map((_, index) => `${names.slice(0, index + 1).join('.')}.*` as Wildcard)
}
