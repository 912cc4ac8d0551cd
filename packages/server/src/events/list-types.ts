import { type EventType, eventTypes, type Schemas } from '@sendoff/api'

/** Lists every type of event with the scope that reads it. */
export function listEventTypes(): Schemas['EventTypeList'] {
  const types = Object.keys(eventTypes) as EventType[]
  return { data: types.map((type) => ({ type, scope: eventTypes[type].readScope })) }
}
