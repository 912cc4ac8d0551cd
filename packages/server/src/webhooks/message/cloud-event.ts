import type { Event } from '@sendoff/api'

type Attributes = ReturnType<typeof attributesOf>

/** The digits of the extension `sequence`, which must sort as text: sixteen hold every number, filled with zeros. */
const DIGITS = 16

/** The context attributes of CloudEvents 1.0 (section 3), from the members of an event. */
function attributesOf(event: string, base: string) {
  const { id, type, timestamp, org_id, sequence } = JSON.parse(event) as Event
  return {
    specversion: '1.0',
    id,
    source: `${base}/v1.0/organizations/${org_id}`,
    type,
    time: timestamp,
    orgid: org_id,
    sequence: String(sequence).padStart(DIGITS, '0'),
  }
}

/** The structured mode of the HTTP binding: the attributes beside the event, whose stored bytes are kept. */
export function inCloudEvent(event: string, base: string): string {
  const attributes: Attributes & { datacontenttype: string } = {
    ...attributesOf(event, base),
    datacontenttype: 'application/json',
  }
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${event}}`
}

/** The binary mode of the HTTP binding: the attributes in headers. Their values are ASCII, so nothing has to be encoded. */
export function inHeaders(event: string, base: string): Record<string, string> {
  return Object.fromEntries(Object.entries(attributesOf(event, base)).map(([name, value]) => [`ce-${name}`, value]))
}
