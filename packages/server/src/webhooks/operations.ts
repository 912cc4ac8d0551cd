import type { Sealer } from '../crypto/seal.ts'
import type { DestinationPolicy } from '../net/url.ts'
import { operations, readAnywhere, writeAnywhere } from '../operation.ts'
import { getDelivery } from './delivery/get.ts'
import { createEndpoint } from './endpoints/create.ts'
import { deleteEndpoint } from './endpoints/delete.ts'
import { deleteEndpointSecret } from './endpoints/delete-secret.ts'
import { listDeliveries } from './endpoints/deliveries.ts'
import { disableEndpoint } from './endpoints/disable.ts'
import { enableEndpoint } from './endpoints/enable.ts'
import { getEndpoint, listEndpoints } from './endpoints/endpoint.ts'
import { getHealth } from './endpoints/health.ts'
import { rotateSecret } from './endpoints/rotate-secret.ts'
import { testEndpoint } from './endpoints/test.ts'
import { updateEndpoint } from './endpoints/update.ts'
import { verifyEndpoint } from './endpoints/verify.ts'
import { recoverEndpoint } from './recovery/recover.ts'
import { getRecovery } from './recovery/recovery.ts'
import { redeliver } from './recovery/redeliver.ts'

export const webhooks = (parts: { sealer: Sealer; policy: DestinationPolicy }) =>
  operations({
    'webhookEndpoints.create': writeAnywhere((work, actor, call) => createEndpoint(work, actor, call, parts)),
    'webhookEndpoints.list': readAnywhere(listEndpoints),
    'webhookEndpoints.get': readAnywhere(getEndpoint),
    'webhookEndpoints.update': writeAnywhere((work, actor, call) => updateEndpoint(work, actor, call, parts)),
    'webhookEndpoints.delete': writeAnywhere(deleteEndpoint),
    'webhookEndpoints.test': writeAnywhere(testEndpoint),
    'webhookEndpoints.verify': writeAnywhere(verifyEndpoint),
    'webhookEndpoints.enable': writeAnywhere(enableEndpoint),
    'webhookEndpoints.disable': writeAnywhere(disableEndpoint),
    'webhookEndpoints.rotateSecret': writeAnywhere((work, actor, call) => rotateSecret(work, actor, call, parts)),
    'webhookEndpoints.deleteSecret': writeAnywhere(deleteEndpointSecret),
    'webhookEndpoints.getHealth': readAnywhere(getHealth),
    'webhookEndpoints.listDeliveries': readAnywhere(listDeliveries),
    // The only operation with two successes: a dry run begins nothing.
    'webhookEndpoints.recover': writeAnywhere(async (work, actor, call) => {
      const body = await recoverEndpoint(work, actor, call)
      return body.dry_run ? { status: 200, body } : { status: 202, body }
    }),
    'webhookEndpoints.getRecovery': readAnywhere(getRecovery),
    'deliveries.get': readAnywhere(getDelivery),
    'deliveries.redeliver': writeAnywhere(redeliver),
  })
