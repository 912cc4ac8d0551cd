import type { Schemas } from '@sendoff/api'
import { inCloudEvent, inHeaders } from './cloud-event.ts'

/** The body and headers of an event, without those of Standard Webhooks. */
export type Message = { headers: Record<string, string>; body: string }

/** The form in which an endpoint wants its messages. */
export type Wanted = {
  format: Schemas['WebhookFormat']
  /** Custom headers, names in lower case. */
  headers: Record<string, string>
}

/**
 * Puts an event into the form that an endpoint wants. The signature covers the returned body.
 *
 * @param event the stored bytes of the event, as JSON
 * @param base the base URL of the platform
 */
export function toMessage(event: string, { format, headers }: Wanted, base: string): Message {
  if (format === 'cloudevents-structured') {
    const type = { 'content-type': 'application/cloudevents+json; charset=utf-8' }
    return { headers: { ...headers, ...type }, body: inCloudEvent(event, base) }
  }
  const type = { 'content-type': 'application/json' }
  if (format === 'cloudevents-binary')
    return { headers: { ...headers, ...type, ...inHeaders(event, base) }, body: event }
  return { headers: { ...headers, ...type }, body: event }
}
