import type { Event } from '@sendoff/sdk'

/** The formats of deliveries, as the platform's endpoints have them. */
export const FORMATS = ['standard', 'cloudevents-binary', 'cloudevents-structured'] as const
export type Format = (typeof FORMATS)[number]

/** The digits of the CloudEvents extension `sequence`, which must sort as text. */
const DIGITS = 16

/** The body of a delivery and its headers, without those of the signature, which covers the body. */
type Message = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/**
 * Puts an event into a format, as the platform does: the event itself, or CloudEvents 1.0 over HTTP with the event as `data`.
 *
 * @param base the address of the platform, for `source`
 */
export function messageOf(event: Event, format: Format, base: string): Message {
  const { id, type, timestamp, org_id, sequence } = event
  const attributes = {
    specversion: '1.0',
    id,
    source: `${base.replace(/\/$/, '')}/v1.0/organizations/${org_id}`,
    type,
    time: timestamp,
    orgid: org_id,
    sequence: String(sequence).padStart(DIGITS, '0'),
  }
  if (format === 'cloudevents-structured') {
    const body = JSON.stringify({ ...attributes, datacontenttype: 'application/json', data: event })
    return { body, headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' } }
  }
  const inHeaders = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value])
  return {
    body: JSON.stringify(event),
    headers: { 'content-type': 'application/json', ...(format !== 'standard' && Object.fromEntries(inHeaders)) },
  }
}
