import type { PlainFaultKey } from '../faults.ts'
import { texts } from '../texts/texts.ts'

/** What a deployment lets webhooks go to. */
export interface DestinationPolicy {
  /** Let them go to this machine too, over http or https and on any port: for the sandbox, never for a shared server. */
  readonly allowLoopback: boolean
}

/** Why a destination was refused; stable, for programs. */
export type RefusalReason =
  | 'invalid_url'
  | 'scheme_not_allowed'
  | 'credentials_in_url'
  | 'port_not_allowed'
  | 'host_not_public'
  | 'address_not_public'

const faults: Record<RefusalReason, PlainFaultKey> = {
  invalid_url: 'url.absolute',
  scheme_not_allowed: 'url.scheme',
  credentials_in_url: 'url.credentials',
  port_not_allowed: 'url.port',
  host_not_public: 'url.host',
  address_not_public: 'url.address',
}

/**
 * A webhook may not go there.
 *
 * The message says which rule was broken and nothing of what was found there, so that it may be shown to whoever chose the URL.
 */
export class DestinationRefused extends Error {
  readonly reason: RefusalReason
  readonly fault: PlainFaultKey

  /** @param reason the rule that was broken */
  constructor(reason: RefusalReason) {
    super(texts.en.faults[faults[reason]])
    this.name = 'DestinationRefused'
    this.reason = reason
    this.fault = faults[reason]
  }
}
