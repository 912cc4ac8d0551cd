import type { EventType, EventTypeFilter } from '@sendoff/api'

export type { EventTypeFilter }

type Wildcard = Exclude<EventTypeFilter, EventType>

/** Tells whether the filters select a type of event; no filters select all. */
export function wants(filters: readonly EventTypeFilter[] | null, type: EventType): boolean {
  if (filters === null) return true
  return filters.some((filter) => filter === type || filter === '*' || above(type).includes(filter as Wildcard))
}

/** The wildcards of the names above a type, for example `organization.*` and `organization.association.*`. */
function above(type: EventType): Wildcard[] {
  const names = type.split('.').slice(0, -1)
  return names.map((_, index) => `${names.slice(0, index + 1).join('.')}.*` as Wildcard)
}
