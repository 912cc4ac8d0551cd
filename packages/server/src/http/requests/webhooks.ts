import type { EventType } from '@sendoff/api'
import { eventTypes } from '@sendoff/api'
import * as z from 'zod'
import { wildcards } from '../../events/event-type-filter.ts'
import type { FaultText } from '../../faults.ts'
import { anyText, id, limit, nothing, page, text, textOf, time } from '../../web/fields.ts'

const eventType = z.enum(Object.keys(eventTypes) as [EventType, ...EventType[]])
const notAFilter: FaultText =
  'is neither a type of event nor a wildcard for some; GET /v1.0/event-types lists the types'
const eventTypeFilters = z
  .array(z.union([eventType, z.enum(wildcards)], notAFilter))
  .min(1)
  .max(50)
const after = z.int().min(0).default(0)
const endpoint = z.strictObject({ endpoint_id: id })
const delivery = z.strictObject({ delivery_id: id })
const url = anyText(1, 2000)
const format = z.enum(['standard', 'cloudevents-binary', 'cloudevents-structured'])
const ordering = z.enum(['none', 'subject'])
const headers = z
  .array(
    z.strictObject({
      name: textOf(1, 64, /^[A-Za-z0-9_-]*$/),
      value: textOf(1, 1000, /^[!-~]([ -~]*[!-~])?$/),
    }),
  )
  .max(20)

export const webhooks = {
  'events.list': {
    path: nothing,
    query: z.strictObject({
      after,
      types: eventTypeFilters.exactOptional(),
      limit,
      wait: z.int().min(0).max(30).default(0),
    }),
  },
  'events.stream': { path: nothing, query: z.strictObject({ after, types: eventTypeFilters.exactOptional() }) },
  'events.listTypes': { path: nothing, query: nothing },
  'events.get': { path: z.strictObject({ event_id: id }), query: nothing },
  'webhookEndpoints.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      url,
      event_types: eventTypeFilters.exactOptional(),
      description: text.exactOptional(),
      format: format.exactOptional(),
      headers: headers.exactOptional(),
      challenge: z.boolean().exactOptional(),
      ordering: ordering.default('none'),
    }),
  },
  'webhookEndpoints.list': { path: nothing, query: page },
  'webhookEndpoints.get': { path: endpoint, query: nothing },
  'webhookEndpoints.update': {
    path: endpoint,
    query: nothing,
    body: z.strictObject({
      url: url.exactOptional(),
      event_types: eventTypeFilters.nullable().exactOptional(),
      description: text.nullable().exactOptional(),
      format: format.exactOptional(),
      headers: headers.exactOptional(),
      ordering: ordering.exactOptional(),
    }),
  },
  'webhookEndpoints.delete': { path: endpoint, query: nothing },
  'webhookEndpoints.test': { path: endpoint, query: nothing },
  'webhookEndpoints.verify': { path: endpoint, query: nothing },
  'webhookEndpoints.enable': { path: endpoint, query: nothing },
  'webhookEndpoints.disable': { path: endpoint, query: nothing },
  'webhookEndpoints.rotateSecret': {
    path: endpoint,
    query: nothing,
    body: z.strictObject({ overlap_seconds: z.int().min(0).max(604_800).default(86_400) }),
  },
  'webhookEndpoints.deleteSecret': { path: z.strictObject({ endpoint_id: id, secret_id: id }), query: nothing },
  'webhookEndpoints.getHealth': { path: endpoint, query: nothing },
  'webhookEndpoints.listDeliveries': {
    path: endpoint,
    query: z.strictObject({
      status: z.enum(['pending', 'succeeded', 'failed', 'held']).exactOptional(),
      event_type: eventType.exactOptional(),
      since: time.exactOptional(),
      until: time.exactOptional(),
      ...page.shape,
    }),
  },
  'webhookEndpoints.recover': {
    path: endpoint,
    query: nothing,
    body: z.union(
      [
        z.strictObject({ since: time, dry_run: z.boolean().default(false) }),
        z.strictObject({ after_event_id: id, dry_run: z.boolean().default(false) }),
      ],
      'takes one of since and after_event_id' satisfies FaultText,
    ),
  },
  'webhookEndpoints.getRecovery': { path: z.strictObject({ endpoint_id: id, recovery_id: id }), query: nothing },
  'deliveries.get': { path: delivery, query: nothing },
  'deliveries.redeliver': { path: delivery, query: nothing },
}
