import { getEvent, listEvents } from '../../events/list.ts'
import { listEventTypes } from '../../events/list-types.ts'
import { getDelivery } from '../../webhooks/delivery/get.ts'
import { createEndpoint } from '../../webhooks/endpoints/create.ts'
import { deleteEndpoint } from '../../webhooks/endpoints/delete.ts'
import { findEndpoint, listEndpoints, presentEndpoint } from '../../webhooks/endpoints/endpoint.ts'
import { testEndpoint } from '../../webhooks/endpoints/test.ts'
import { type HandlersOf, read, readAnywhere, writeAnywhere } from '../handler.ts'
import type { HandlerParts } from './index.ts'

export const webhookHandlers = ({
  sealer,
  policy,
}: HandlerParts): HandlersOf<'events' | 'webhookEndpoints' | 'deliveries'> => ({
  'events.list': read(async (db, { actor, query }) => ({ status: 200, body: await listEvents(db, actor, query) })),
  'events.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getEvent(db, actor, path.event_id),
  })),
  'events.listTypes': readAnywhere(async () => ({ status: 200, body: listEventTypes() })),

  'webhookEndpoints.create': writeAnywhere(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createEndpoint(tx, actor, body, now, { sealer, policy }),
  })),
  'webhookEndpoints.list': readAnywhere(async (db, { actor, query }) => ({
    status: 200,
    body: await listEndpoints(db, actor, query),
  })),
  'webhookEndpoints.get': readAnywhere(async (db, { actor, path }) => ({
    status: 200,
    body: presentEndpoint(await findEndpoint(db, actor, path.endpoint_id)),
  })),
  'webhookEndpoints.delete': writeAnywhere(async (tx, { actor, path, now }) => {
    await deleteEndpoint(tx, actor, path.endpoint_id, now)
    return { status: 204, body: undefined }
  }),
  'webhookEndpoints.test': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 202,
    body: await testEndpoint(tx, actor, path.endpoint_id, now),
  })),
  'deliveries.get': readAnywhere(async (db, { actor, path }) => ({
    status: 200,
    body: await getDelivery(db, actor, path.delivery_id),
  })),
})
