import type { Notifier } from '../../accounts/notifier.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { Feed } from '../../events/feed.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Store } from '../../store/store.ts'
import type { DestinationPolicy } from '../../net/url.ts'
import type { Handlers } from '../handler.ts'
import { accountHandlers } from './accounts.ts'
import { appHandlers } from './apps.ts'
import { associationHandlers } from './associations.ts'
import { leavingHandlers } from './leaving.ts'
import { memberHandlers } from './members.ts'
import { membershipHandlers } from './memberships.ts'
import { organizationHandlers } from './organization.ts'
import { sandboxHandlers } from './sandbox.ts'
import { webhookHandlers } from './webhooks.ts'

export type HandlerParts = {
  store: Store
  sealer: Sealer
  notifier: Notifier
  policy: DestinationPolicy
  feed: Feed
  /** Undefined in live mode, where its operations do not exist. */
  sandbox: Sandbox | undefined
}

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
