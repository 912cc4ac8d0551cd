import { type EventType, eventTypes, type Schemas } from '@sendoff/api'
import { type Actor, requireAppOrAdministrator } from '../actor.ts'
import type { View } from '../store/work.ts'

/**
 * Lists every type of event with the scope that reads it.
 *
 * @throws {Refusal} `app_required`, `admin_required`
 */
export async function listEventTypes(_view: View, actor: Actor): Promise<Schemas['EventTypeList']> {
  requireAppOrAdministrator(actor)
  const types = Object.keys(eventTypes) as EventType[]
  return { data: types.map((type) => ({ type, scope: eventTypes[type].readScope })) }
}
