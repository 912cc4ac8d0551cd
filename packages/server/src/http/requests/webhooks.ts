import type { EventType } from '@sendoff/api'
import { eventTypes } from '@sendoff/api'
import * as z from 'zod'
import { id, limit, nothing, page, text } from './fields.ts'

const eventType = z.enum(Object.keys(eventTypes) as [EventType, ...EventType[]])
const endpoint = z.strictObject({ endpoint_id: id })

export const webhooks = {
  'events.list': {
    path: nothing,
    query: z.strictObject({
      after: z.int().min(0).default(0),
      types: z.array(eventType).min(1).max(50).exactOptional(),
      limit,
    }),
  },
  'events.listTypes': { path: nothing, query: nothing },
  'events.get': { path: z.strictObject({ event_id: id }), query: nothing },
  'webhookEndpoints.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      url: z.string().min(1).max(2000),
      event_types: z.array(eventType).min(1).max(50).exactOptional(),
      description: text.exactOptional(),
      ordering: z.enum(['none', 'subject']).default('none'),
    }),
  },
  'webhookEndpoints.list': { path: nothing, query: page },
  'webhookEndpoints.get': { path: endpoint, query: nothing },
  'webhookEndpoints.delete': { path: endpoint, query: nothing },
  'webhookEndpoints.test': { path: endpoint, query: nothing },
  'deliveries.get': { path: z.strictObject({ delivery_id: id }), query: nothing },
}
