import type { EventOf, EventType } from '@sendoff/api'
import { given } from '../../given.ts'

/**
 * Makes an event like the platform's, for tests of your handlers.
 *
 * @param more members with other values than usual, for example `org_id`, `sequence` or `timestamp`
 */
export function testEvent<Type extends EventType>(
  type: Type,
  data: EventOf<Type>['data'],
  more: {
    readonly id?: string | undefined
    readonly org_id?: string | undefined
    readonly sequence?: number | undefined
    readonly timestamp?: string | undefined
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
    ...given(more),
  }
  // An event is its envelope and its data; TypeScript does not see that through the union.
  return event as unknown as EventOf<Type>
}
