import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { AuthorizationServer } from '../oauth/provider/authorization-server.ts'
import type { Store } from '../store/store.ts'

/** The parts of a server that the console needs. */
export type ConsoleParts = {
  base: string
  store: Store
  clock: Clock
  sealer: Sealer
  logger: Logger
  /** Returns the current authorization server, which is replaced when the keys change. */
  authorizationServer: () => AuthorizationServer
  /** Resolves when the keys are up to date. */
  freshKeys: () => Promise<void>
  /** True for the sandbox, which the console says. */
  sandbox: boolean
}
