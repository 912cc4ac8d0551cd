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
  'events.list': wait(async (view, { actor, query }, waiting) => ({
    status: 200,
    body: await pollEvents(view, actor, query, { ...waiting, feed: parts.feed }),
  })),
  'events.stream': stream(async (view, { actor, query, lastEventId }, waiting) =>
    followEvents(view, actor, { ...query, after: lastEventId ?? query.after }, { ...waiting, feed: parts.feed }),
  ),
  'events.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getEvent(view, actor, path),
  })),
  'events.listTypes': readAnywhere(async () => ({ status: 200, body: listEventTypes() })),
  ...endpointHandlers(parts),

  'deliveries.get': readAnywhere(async (view, { actor, path }) => ({
    status: 200,
    body: await getDelivery(view, actor, path),
  })),
  'deliveries.redeliver': writeAnywhere(async (work, { actor, path }) => ({
    status: 202,
    body: await redeliver(work, actor, path),
  })),
})

const endpointHandlers = ({ sealer, policy }: HandlerParts): HandlersOf<'webhookEndpoints'> => ({
  'webhookEndpoints.create': writeAnywhere(async (work, { actor, body }) => ({
    status: 201,
    body: await createEndpoint(work, actor, body, { sealer, policy }),
  })),
  'webhookEndpoints.list': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listEndpoints(view, actor, query),
  })),
  'webhookEndpoints.get': readAnywhere(async (view, { actor, path }) => ({
    status: 200,
    body: await getEndpoint(view, actor, path),
  })),
  'webhookEndpoints.update': writeAnywhere(async (work, { actor, path, body }) => ({
    status: 200,
    body: await updateEndpoint(work, actor, { ...path, ...body }, { sealer, policy }),
  })),
  'webhookEndpoints.delete': writeAnywhere(async (work, { actor, path }) => {
    await deleteEndpoint(work, actor, path)
    return { status: 204, body: undefined }
  }),
  'webhookEndpoints.test': writeAnywhere(async (work, { actor, path }) => ({
    status: 202,
    body: await testEndpoint(work, actor, path),
  })),
  'webhookEndpoints.verify': writeAnywhere(async (work, { actor, path }) => ({
    status: 202,
    body: await verifyEndpoint(work, actor, path),
  })),
  'webhookEndpoints.enable': writeAnywhere(async (work, { actor, path }) => ({
    status: 200,
    body: await enableEndpoint(work, actor, path),
  })),
  'webhookEndpoints.disable': writeAnywhere(async (work, { actor, path }) => ({
    status: 200,
    body: await disableEndpoint(work, actor, path),
  })),
  'webhookEndpoints.rotateSecret': writeAnywhere(async (work, { actor, path, body }) => ({
    status: 200,
    body: await rotateSecret(work, actor, { ...path, ...body }, { sealer }),
  })),
  'webhookEndpoints.deleteSecret': writeAnywhere(async (work, { actor, path }) => {
    await deleteEndpointSecret(work, actor, path)
    return { status: 204, body: undefined }
  }),
  'webhookEndpoints.getHealth': readAnywhere(async (view, { actor, path }) => ({
    status: 200,
    body: await getHealth(view, actor, path),
  })),
  'webhookEndpoints.listDeliveries': readAnywhere(async (view, { actor, path, query }) => ({
    status: 200,
    body: await listDeliveries(view, actor, { ...path, ...query }),
  })),
  'webhookEndpoints.recover': writeAnywhere(async (work, { actor, path, body }) => {
    const begun = await recoverEndpoint(work, actor, { ...path, ...body })
    return begun.dry_run ? { status: 200, body: begun } : { status: 202, body: begun }
  }),
  'webhookEndpoints.getRecovery': readAnywhere(async (view, { actor, path }) => ({
    status: 200,
    body: await getRecovery(view, actor, path),
  })),
})
