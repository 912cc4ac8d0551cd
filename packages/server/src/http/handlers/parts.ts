import type { Notifier } from '../../accounts/notifier.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { Feed } from '../../events/feed.ts'
import type { DestinationPolicy } from '../../net/url.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Store } from '../../store/store.ts'

/** The parts of the server that operations need beside the store's transaction. */
export type HandlerParts = {
  store: Store
  sealer: Sealer
  notifier: Notifier
  policy: DestinationPolicy
  feed: Feed
  /** Undefined in live mode, where its operations do not exist. */
  sandbox: Sandbox | undefined
}
