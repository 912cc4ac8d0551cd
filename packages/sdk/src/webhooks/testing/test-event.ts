import type { EventOf, EventType } from '@sendoff/api'

/**
 * Makes an event as the platform would, for tests of your handlers.
 *
 * @param more what is to differ: `org_id`, `sequence`, `timestamp`
 */
export function testEvent<Type extends EventType>(
  type: Type,
  data: EventOf<Type>['data'],
  more: {
    readonly id?: string
    readonly org_id?: string
    readonly sequence?: number
    readonly timestamp?: string
  } = {},
): EventOf<Type> {
  const event = {
    id: `evt_${crypto.randomUUID()}`,
    type,
    timestamp: new Date().toISOString(),
    api_version: '1.0',
    org_id: 'org_test',
    sequence: 1,
    actor: { type: 'system', id: 'sendoff' },
    data,
    ...more,
  }
  // Each event is its envelope and its data, which TypeScript does not follow through the union.
  return event as unknown as EventOf<Type>
}
