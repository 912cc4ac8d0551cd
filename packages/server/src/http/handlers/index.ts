import type { Handlers } from '../handler.ts'
import { accountHandlers } from './accounts.ts'
import { appHandlers } from './apps.ts'
import { associationHandlers } from './associations.ts'
import { leavingHandlers } from './leaving.ts'
import { memberHandlers } from './members.ts'
import { membershipHandlers } from './memberships.ts'
import { organizationHandlers } from './organization.ts'
import type { HandlerParts } from './parts.ts'
import { sandboxHandlers } from './sandbox.ts'
import { webhookHandlers } from './webhooks.ts'

/** Every operation of the contract and what carries it out. The compiler refuses one that is missing or answers otherwise. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...accountHandlers(parts),
    ...organizationHandlers,
    ...memberHandlers,
    ...membershipHandlers,
    ...associationHandlers,
    ...leavingHandlers,
    ...appHandlers,
    ...webhookHandlers(parts),
    ...sandboxHandlers(parts),
  }
}
