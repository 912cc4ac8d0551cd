import type { FaultText } from '../faults.ts'

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

const messages: Record<RefusalReason, FaultText> = {
  invalid_url: 'The URL is not a valid absolute URL.',
  scheme_not_allowed: 'The URL must use https.',
  credentials_in_url: 'The URL must not contain a user name or password.',
  port_not_allowed: 'The port must be 443, 8443, or 1024 or above.',
  host_not_public: 'The host must be a public domain name.',
  address_not_public: 'The host must have a public address.',
}

/**
 * A webhook may not go there.
 *
 * The message says which rule was broken and nothing of what was found there, so that it may be shown to whoever chose the URL.
 */
export class DestinationRefused extends Error {
  readonly reason: RefusalReason
  declare readonly message: FaultText

  /** @param reason the rule that was broken */
  constructor(reason: RefusalReason) {
    super(messages[reason])
    this.name = 'DestinationRefused'
    this.reason = reason
  }
}
