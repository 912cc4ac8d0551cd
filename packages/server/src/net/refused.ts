import type { PlainFaultKey } from '../faults.ts'
import { texts } from '../texts/texts.ts'

/** The destinations that a deployment permits. */
export type DestinationPolicy = {
  /** Permits this machine too, over http or https and on any port: for the sandbox, never for a shared server. */
  allowLoopback: boolean
}

/** The reason why a destination was refused; stable, for programs. */
export type RefusalReason =
  | 'invalid_url'
  | 'scheme_not_allowed'
  | 'credentials_in_url'
  | 'port_not_allowed'
  | 'host_not_public'
  | 'address_not_public'

const FAULTS: Record<RefusalReason, PlainFaultKey> = {
  invalid_url: 'url.absolute',
  scheme_not_allowed: 'url.scheme',
  credentials_in_url: 'url.credentials',
  port_not_allowed: 'url.port',
  host_not_public: 'url.host',
  address_not_public: 'url.address',
}

/**
 * Thrown for a destination that is not permitted. The message names the broken rule and reveals nothing of the network, so that it may be
 * shown to the person who chose the URL.
 */
export class DestinationRefused extends Error {
  readonly reason: RefusalReason
  readonly fault: PlainFaultKey

  /** @param reason the rule that was broken */
  constructor(reason: RefusalReason) {
    super(texts.en.faults[FAULTS[reason]])
    this.name = 'DestinationRefused'
    this.reason = reason
    this.fault = FAULTS[reason]
  }
}
