import { getAssociation, listAssociations } from '../associations/association.ts'
import { previewUnlink } from '../associations/preview-unlink.ts'
import { unlink } from '../associations/unlink.ts'
import type { Sealer } from '../crypto/seal.ts'
import { getEvent, listEvents } from '../events/list.ts'
import { getOrganization } from '../organizations/organization.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { getDelivery } from '../webhooks/delivery/get.ts'
import type { DestinationPolicy } from '../webhooks/destination/url.ts'
import { createEndpoint } from '../webhooks/endpoints/create.ts'
import { deleteEndpoint } from '../webhooks/endpoints/delete.ts'
import { findEndpoint, listEndpoints, presentEndpoint } from '../webhooks/endpoints/endpoint.ts'
import { testEndpoint } from '../webhooks/endpoints/test.ts'
import { type Handlers, read, readOfApp, task, write, writeOfApp } from './handler.ts'

type Parts = {
  sealer: Sealer
  policy: DestinationPolicy
  /** Undefined in live mode, where its operations do not exist. */
  sandbox: Sandbox | undefined
}

/** Every operation of the contract and what carries it out. The compiler refuses one that is missing or answers otherwise. */
export function createHandlers({ sealer, policy, sandbox }: Parts): Handlers {
  return {
    'organization.get': read(async (db, { actor }) => ({ status: 200, body: await getOrganization(db, actor) })),
    'organization.unlink': write(async (tx, { actor, body, now }) => ({
      status: 200,
      body: await unlink(tx, actor, body, now),
    })),
    'organization.previewUnlink': write(async (tx, { actor, body }) => ({
      status: 200,
      body: await previewUnlink(tx, actor, body),
    })),

    'associations.list': read(async (db, { actor, query }) => ({
      status: 200,
      body: await listAssociations(db, actor, query),
    })),
    'associations.get': read(async (db, { actor, path }) => ({
      status: 200,
      body: await getAssociation(db, actor, path.association_id),
    })),

    'events.list': read(async (db, { actor, query }) => ({ status: 200, body: await listEvents(db, actor, query) })),
    'events.get': read(async (db, { actor, path }) => ({
      status: 200,
      body: await getEvent(db, actor, path.event_id),
    })),

    'webhookEndpoints.create': writeOfApp(async (tx, { actor, body, now }) => ({
      status: 201,
      body: await createEndpoint(tx, actor, body, now, { sealer, policy }),
    })),
    'webhookEndpoints.list': readOfApp(async (db, { actor, query }) => ({
      status: 200,
      body: await listEndpoints(db, actor, query),
    })),
    'webhookEndpoints.get': readOfApp(async (db, { actor, path }) => ({
      status: 200,
      body: presentEndpoint(await findEndpoint(db, actor, path.endpoint_id)),
    })),
    'webhookEndpoints.delete': writeOfApp(async (tx, { actor, path, now }) => {
      await deleteEndpoint(tx, actor, path.endpoint_id, now)
      return { status: 204, body: undefined }
    }),
    'webhookEndpoints.test': writeOfApp(async (tx, { actor, path, now }) => ({
      status: 202,
      body: await testEndpoint(tx, actor, path.endpoint_id, now),
    })),
    'deliveries.get': readOfApp(async (db, { actor, path }) => ({
      status: 200,
      body: await getDelivery(db, actor, path.delivery_id),
    })),

    'sandbox.getClock': task(async () => ({ status: 200, body: inSandbox().readClock() })),
    'sandbox.advanceClock': task(async ({ body }) => ({ status: 200, body: await inSandbox().advanceClock(body) })),
    'sandbox.reset': task(async () => ({ status: 200, body: await inSandbox().reset() })),
    'sandbox.createUserToken': task(async ({ body }) => ({
      status: 200,
      body: await inSandbox().createUserToken(body),
    })),
    'sandbox.listVerificationCodes': task(async ({ query }) => ({
      status: 200,
      body: await inSandbox().listVerificationCodes(query),
    })),
  }

  function inSandbox(): Sandbox {
    if (!sandbox) throw new Refusal('not_found')
    return sandbox
  }
}
