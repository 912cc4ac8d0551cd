import json from './vectors.json' with { type: 'json' }

/** A delivery, and the verdict that a receiver must reach. */
export interface Vector {
  readonly name: string
  /** A header may be repeated, or be very long. */
  readonly headers: Readonly<
    Record<string, string | readonly string[] | { repeat: string; times: number; last: string } | undefined>
  >
  readonly body_base64: string
  readonly secrets: readonly string[]
  readonly jwks?: { readonly keys: readonly object[] } | undefined
  /** The time of the verdict, in seconds since the epoch. */
  readonly now: number
  /** The code of the refusal; without it the delivery verifies. */
  readonly refused?: string | undefined
  /** The different verdict of Standard Webhooks' own library: `accepts`, or `not applicable`. */
  readonly standardwebhooks?: string | undefined
}

export interface Vectors {
  readonly description: string
  /** The vector of Standard Webhooks; its body is not an event. */
  readonly standard_webhooks: Readonly<
    Record<'id' | 'body' | 'secret' | 'v1' | 'ed25519_private_key' | 'v1a', string> & { timestamp: number }
  >
  readonly cases: readonly Vector[]
}

/** Valid and invalid deliveries to test a receiver. For other languages they are in `@sendoff/sdk/webhooks/vectors.json`. */
export const vectors: Vectors = json
