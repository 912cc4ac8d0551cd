import type { Event } from '@sendoff/api'

type Attributes = ReturnType<typeof attributesOf>

/** Sixteen digits hold every `sequence`; filled with zeros they sort as text, as the extension `sequence` wants it. */
const DIGITS = 16

/** The context attributes of CloudEvents 1.0 (section 3) that stand for what the event says of itself. */
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

/** The structured mode of the HTTP binding: the attributes beside the event, which keeps the bytes it is stored in. */
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
