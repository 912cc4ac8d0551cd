import { followEvents } from '../../events/follow.ts'
import { getEvent } from '../../events/list.ts'
import { listEventTypes } from '../../events/list-types.ts'
import { pollEvents } from '../../events/poll.ts'
import { getDelivery } from '../../webhooks/delivery/get.ts'
import { createEndpoint } from '../../webhooks/endpoints/create.ts'
import { deleteEndpoint } from '../../webhooks/endpoints/delete.ts'
import { deleteEndpointSecret } from '../../webhooks/endpoints/delete-secret.ts'
import { listDeliveries } from '../../webhooks/endpoints/deliveries.ts'
import { disableEndpoint } from '../../webhooks/endpoints/disable.ts'
import { enableEndpoint } from '../../webhooks/endpoints/enable.ts'
import { getEndpoint, listEndpoints } from '../../webhooks/endpoints/endpoint.ts'
import { getHealth } from '../../webhooks/endpoints/health.ts'
import { rotateSecret } from '../../webhooks/endpoints/rotate-secret.ts'
import { testEndpoint } from '../../webhooks/endpoints/test.ts'
import { updateEndpoint } from '../../webhooks/endpoints/update.ts'
import { verifyEndpoint } from '../../webhooks/endpoints/verify.ts'
import { recoverEndpoint } from '../../webhooks/recovery/recover.ts'
import { getRecovery } from '../../webhooks/recovery/recovery.ts'
import { redeliver } from '../../webhooks/recovery/redeliver.ts'
import { type HandlersOf, read, readAnywhere, stream, wait, writeAnywhere } from '../handler.ts'
import type { HandlerParts } from './parts.ts'

export const webhookHandlers = (parts: HandlerParts): HandlersOf<'events' | 'webhookEndpoints' | 'deliveries'> => ({
  'events.list': wait(async (db, { actor, query }, waiting) => ({
    status: 200,
    body: await pollEvents(parts.feed, db, { actor, query }, waiting),
  })),
  'events.stream': stream(async (db, { actor, query, lastEventId }, waiting) =>
    followEvents(parts.feed, db, { actor, ...query, after: lastEventId ?? query.after }, waiting),
  ),
  'events.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getEvent(db, actor, path.event_id),
  })),
  'events.listTypes': readAnywhere(async () => ({ status: 200, body: listEventTypes() })),
  ...endpointHandlers(parts),

  'deliveries.get': readAnywhere(async (db, { actor, path }) => ({
    status: 200,
    body: await getDelivery(db, actor, path.delivery_id),
  })),
  'deliveries.redeliver': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 202,
    body: await redeliver(tx, actor, path.delivery_id, now),
  })),
})

const endpointHandlers = ({ sealer, policy }: HandlerParts): HandlersOf<'webhookEndpoints'> => ({
  'webhookEndpoints.create': writeAnywhere(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createEndpoint(tx, actor, body, now, { sealer, policy }),
  })),
  'webhookEndpoints.list': readAnywhere(async (db, { actor, query, now }) => ({
    status: 200,
    body: await listEndpoints(db, actor, query, now),
  })),
  'webhookEndpoints.get': readAnywhere(async (db, { actor, path, now }) => ({
    status: 200,
    body: await getEndpoint(db, actor, path.endpoint_id, now),
  })),
  'webhookEndpoints.update': writeAnywhere(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await updateEndpoint(tx, actor, { ...path, ...body }, now, { sealer, policy }),
  })),
  'webhookEndpoints.delete': writeAnywhere(async (tx, { actor, path, now }) => {
    await deleteEndpoint(tx, actor, path.endpoint_id, now)
    return { status: 204, body: undefined }
  }),
  'webhookEndpoints.test': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 202,
    body: await testEndpoint(tx, actor, path.endpoint_id, now),
  })),
  'webhookEndpoints.verify': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 202,
    body: await verifyEndpoint(tx, actor, path.endpoint_id, now),
  })),
  'webhookEndpoints.enable': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await enableEndpoint(tx, actor, path.endpoint_id, now),
  })),
  'webhookEndpoints.disable': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await disableEndpoint(tx, actor, path.endpoint_id, now),
  })),
  'webhookEndpoints.rotateSecret': writeAnywhere(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await rotateSecret(tx, actor, { ...path, ...body }, now, sealer),
  })),
  'webhookEndpoints.deleteSecret': writeAnywhere(async (tx, { actor, path, now }) => {
    await deleteEndpointSecret(tx, actor, path, now)
    return { status: 204, body: undefined }
  }),
  'webhookEndpoints.getHealth': readAnywhere(async (db, { actor, path, now }) => ({
    status: 200,
    body: await getHealth(db, actor, path.endpoint_id, now),
  })),
  'webhookEndpoints.listDeliveries': readAnywhere(async (db, { actor, path, query }) => ({
    status: 200,
    body: await listDeliveries(db, actor, path.endpoint_id, query),
  })),
  'webhookEndpoints.recover': writeAnywhere(async (tx, { actor, path, body, now }) => {
    const begun = await recoverEndpoint(tx, actor, { ...path, ...body }, now)
    return begun.dry_run ? { status: 200, body: begun } : { status: 202, body: begun }
  }),
  'webhookEndpoints.getRecovery': readAnywhere(async (db, { actor, path }) => ({
    status: 200,
    body: await getRecovery(db, actor, path.endpoint_id, path.recovery_id),
  })),
})
